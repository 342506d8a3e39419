package org.debye.spark.training;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.train.EpochReport;

/**
 * A line about the epoch that has just ended, in a file that rank 0 writes and the driver reads,
 * wherever they are. At most one a second, since a folder may be far away.
 */
public final class TrainingProgress {
  private static final String FILE = "progress.txt";
  private static final long LEAST_NANOS = 1_000_000_000;

  private final FolderStore store;
  private long told = System.nanoTime() - LEAST_NANOS;

  public TrainingProgress(FolderStore store) {
    this.store = store;
  }

  void tell(EpochReport report, int epochs) {
    if (System.nanoTime() - told >= LEAST_NANOS) {
      told = System.nanoTime();
      byte[] line = line(report, epochs).getBytes(StandardCharsets.UTF_8);
      try {
        store.put(FILE, out -> out.write(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The last line; empty before the first epoch has ended. */
  public Optional<String> line() {
    try (InputStream in = store.open(FILE)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets it. */
  public void end() {
    try {
      store.delete(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String line(EpochReport report, int epochs) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "epoch %d of %d, loss %.4g, accuracy %.2f %%",
            report.epoch() + 1,
            epochs,
            report.loss(),
            100 * report.accuracy()));
    if (Double.isFinite(report.validationLoss())) {
      line.append(
          String.format(
              Locale.ROOT,
              "; validation loss %.4g, accuracy %.2f %%",
              report.validationLoss(),
              100 * report.validationAccuracy()));
    }
    return line.append(String.format(Locale.ROOT, "; %.2f s", report.seconds())).toString();
  }
}
