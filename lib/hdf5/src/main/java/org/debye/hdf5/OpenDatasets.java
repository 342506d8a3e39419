package org.debye.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.chunk.DatasetReader;

/** The datasets read from last, each with its open file; the eldest is closed for a new one. */
final class OpenDatasets implements Closeable {
  private static final int MOST_OPEN = 24;

  private final Function<URI, PositionedFile> opener;
  private final StackSegments segments;
  private final Map<Integer, Open> open = new LinkedHashMap<>(16, 0.75f, true);

  private record Open(PositionedFile file, DatasetReader reader) {
    void close() throws IOException {
      reader.close();
      file.close();
    }
  }

  OpenDatasets(Function<URI, PositionedFile> opener, StackSegments segments) {
    this.opener = opener;
    this.segments = segments;
  }

  DatasetReader reader(int number) {
    Open known = open.get(number);
    if (known == null) {
      if (open.size() >= MOST_OPEN) {
        closeEldest();
      }
      DatasetPlan plan = segments.plan(number);
      PositionedFile file = opener.apply(plan.file());
      known = new Open(file, reader(plan, file));
      open.put(number, known);
    }
    return known.reader;
  }

  private static DatasetReader reader(DatasetPlan plan, PositionedFile file) {
    try {
      return new DatasetReader(plan, file);
    } catch (RuntimeException e) {
      try {
        file.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private void closeEldest() {
    Iterator<Open> all = open.values().iterator();
    Open eldest = all.next();
    all.remove();
    try {
      eldest.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Open one : open.values()) {
      one.close();
    }
    open.clear();
  }
}
