package org.debye.acceptance.faults;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Jobs that are disturbed: each takes some seconds, writes in several places, and learns nothing
 * new.
 */
enum FaultJob {
  REDUCE {
    @Override
    List<List<String>> before(Path work) throws IOException {
      Path raw = Files.createDirectories(work.resolve("raw"));
      for (int i = 0; i < DATASETS; i++) {
        frames(raw.resolve("scan_%02d.h5".formatted(i)), i == 0 ? 150 : 6, i);
      }
      return List.of();
    }

    @Override
    List<String> words(Path work) {
      return List.of(
          "reduce",
          "input=" + work.resolve("raw"),
          "geometry.distance=0.1",
          "geometry.pixel1=1e-3",
          "geometry.pixel2=1e-3",
          "geometry.poni1=0.02",
          "geometry.poni2=0.03",
          "geometry.wavelength=1A",
          "integration.points=200",
          "integration.unit=q_nm^-1",
          "integration.error-model=poisson",
          "baseline.method=als",
          "figures.enabled=false");
    }
  },
  SWEEP {
    @Override
    List<List<String>> before(Path work) {
      return List.of();
    }

    @Override
    List<String> words(Path work) {
      return List.of(
          "sweep",
          "name=killed",
          "seed=3",
          "unmixing.grid.alpha1=[0.5, 1, 2]",
          "unmixing.grid.sigma=[0.05, 0.1]",
          "unmixing.model.observations=40",
          "unmixing.methods.hmc=2",
          "unmixing.methods.vi=0",
          "unmixing.methods.n-findr=4",
          "unmixing.hmc.warmup=150",
          "unmixing.hmc.min-ess=40",
          "unmixing.hmc.max-draws=400");
    }
  },
  TRAIN {
    @Override
    List<List<String>> before(Path work) {
      return List.of(ramps("D1,D2,D3"));
    }

    @Override
    List<String> words(Path work) {
      return training(40);
    }
  },
  PREDICT {
    @Override
    List<List<String>> before(Path work) {
      return List.of(ramps("D1,D2,D3,D4,D5,D6,D7,D8,D9"), training(2));
    }

    @Override
    List<String> words(Path work) {
      return List.of("predict", "model=cnn", "figures=false");
    }
  };

  private static final int DATASETS = 30;
  private static final int ROWS = 48;
  private static final int COLUMNS = 64;

  /**
   * Makes what it works on.
   *
   * @return words of jobs that fill the catalogue first
   */
  abstract List<List<String>> before(Path work) throws IOException;

  /** Its command line, without the catalogue. */
  abstract List<String> words(Path work);

  private static List<String> ramps(String datasets) {
    return List.of("simulate", "recipe=ramp", "dataset=[" + datasets + "]", "rebin=32", "seed=1");
  }

  private static List<String> training(int epochs) {
    return List.of(
        "train",
        "model=cnn",
        "spectra.dataset=[D1, D2, D3]",
        "epochs=" + epochs,
        "batch=32",
        "copies.count=1",
        "split.grouping=by-frame",
        "split.validation=0.2",
        "checkpoint-every=0",
        "figures=false");
  }

  /** Frames of random counts in a file; equal seeds give equal files. */
  static void frames(Path file, int frames, long seed) {
    RandomStream random = RandomStreams.of(seed).at(1);
    short[][][] counts = new short[frames][ROWS][COLUMNS];
    for (short[][] frame : counts) {
      for (short[] row : frame) {
        for (int i = 0; i < COLUMNS; i++) {
          row[i] = (short) (random.nextDouble() * 1000);
        }
      }
    }
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putGroup("entry").putGroup("data").putDataset("data", counts);
    }
  }
}
