package org.debye.jobs.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.config.ConfigText;
import org.debye.simulation.RampSettings;
import org.debye.simulation.RawRamp;

/**
 * The files of a simulated ramp: three modules in three series of files, a PONI file that fits
 * them, and the truth. The truth is written last, so that its presence says that all is there.
 *
 * @param files raw NeXus files, module by module, part by part
 * @param poni geometry of the assembled image
 * @param truth what was put in, as CSV
 */
public record Simulation(List<Path> files, Path poni, Path truth) {
  private static final String NAME = "ramp_00001";

  public Simulation {
    files = List.copyOf(files);
  }

  /**
   * Writes the files, or finds that an equal simulation has written them.
   *
   * @throws InputException the folder holds another simulation and is not to be overwritten
   */
  public static Simulation write(SimulateConfig config, Console console) {
    Path folder = config.folder();
    Simulation simulation = planned(folder, config);
    String settings = settings(config);
    try {
      if (Files.exists(simulation.truth)) {
        if (Files.readString(simulation.truth).startsWith(settings)) {
          console.error("debye: " + folder + " holds this simulation already");
          return simulation;
        } else if (!config.overwrite()) {
          throw InputException.of(
              FailureCode.INVALID_CONFIGURATION,
              folder.toString(),
              "another simulation is there",
              "Name another output or set overwrite=true.");
        }
        Files.delete(simulation.truth);
      }
      Files.createDirectories(folder);
      simulation.writeAll(config, settings, console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return simulation;
  }

  private void writeAll(SimulateConfig config, String settings, Console console)
      throws IOException {
    console.error(
        String.format(
            Locale.ROOT,
            "debye: simulating %,d frames into %s",
            config.frames(),
            poni.getParent()));
    RawRamp ramp = new RawRamp(RampSettings.lambda2m(config.seed(), config.frames()));
    Files.writeString(poni, ramp.poniText());
    int parts = files.size() / ramp.modules();
    IntStream.range(0, files.size())
        .parallel()
        .forEach(
            i ->
                new SeriesFile(ramp, i / parts, i % parts, config.framesPerFile())
                    .write(files.get(i), config.storage()));
    Files.writeString(truth, settings + RampTruth.csv(ramp));
  }

  private static Simulation planned(Path folder, SimulateConfig config) {
    int modules = RampSettings.lambda2m(0, 1).detector().layout().placements().size();
    int parts = (config.frames() + config.framesPerFile() - 1) / config.framesPerFile();
    List<Path> files = new ArrayList<>();
    for (int module = 0; module < modules; module++) {
      for (int part = 0; part < parts; part++) {
        String name = String.format(Locale.ROOT, "%s_m%d_part%05d.nxs", NAME, module + 1, part);
        files.add(folder.resolve(name));
      }
    }
    return new Simulation(files, folder.resolve("ramp.poni"), folder.resolve("truth.csv"));
  }

  /** What decides the bytes, as comments at the head of the truth. */
  private static String settings(SimulateConfig config) {
    StringBuilder out = new StringBuilder();
    for (String line : ConfigText.of(config).split("\n", -1)) {
      if (!line.isEmpty()
          && !line.startsWith("output:")
          && !line.startsWith("overwrite:")
          && !line.startsWith("catalogue:")
          && !line.startsWith("dataset:")
          && !line.startsWith("version:")
          && !line.startsWith("rebin:")
          && !line.startsWith("mixture.")
          && !line.startsWith("xanes.")) {
        out.append("# ").append(line).append('\n');
      }
    }
    return out.toString();
  }
}
