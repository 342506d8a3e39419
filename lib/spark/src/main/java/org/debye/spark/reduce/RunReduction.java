package org.debye.spark.reduce;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.FileOpener;
import org.debye.hdf5.FrameReader;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.baseline.Baseline;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.FrameBlock;
import org.debye.spectra.reduction.FrameReduction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spectra of one run after another, {@link FrameBlock#LANES} in a pass, whatever their
 * number. A frame that cannot be read has no row and stops nothing. Thread-confined.
 */
final class RunReduction {
  private static final System.Logger LOG = System.getLogger(RunReduction.class.getName());

  private final FileOpener opener;
  private final ReductionBuilder builder;
  private final String runId;
  private final SpectraFile file;
  private final Map<String, SpectralAxis> axes = new TreeMap<>();
  private @Nullable Bench bench;

  RunReduction(FileOpener opener, ReductionBuilder builder, String runId, SpectraFile file) {
    this.opener = opener;
    this.builder = builder;
    this.runId = runId;
    this.file = file;
  }

  /** Axes of the spectra made so far. */
  Map<String, SpectralAxis> axes() {
    return axes;
  }

  /** Makes the spectra of a run. */
  RunOutcome reduce(FrameRun run) throws IOException {
    Tally tally = new Tally(run);
    try (FrameReader reader = new FrameReader(run.slice(), opener)) {
      Bench prepared =
          bench(builder.reduction(run.recipe(), reader, run.slice().name()), run.recipe());
      axes.put(prepared.axisId, prepared.reduction.axis());
      for (int from = 0; from < run.count(); from += FrameBlock.LANES) {
        int lanes = Math.min(FrameBlock.LANES, run.count() - from);
        boolean[] whole = fill(prepared.block, reader, run, from, lanes, tally);
        prepared.reduction.integrate(prepared.block, prepared.spectra);
        write(prepared, run, from, whole, tally);
      }
      return tally.outcome(prepared.axisId);
    } catch (InputException e) {
      tally.rest(e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, run.datasetId() + " could not be reduced", e);
      tally.rest(FailureCode.INTERNAL, internal(run.slice().name(), e));
    }
    return tally.outcome(null);
  }

  private Bench bench(FrameReduction reduction, Recipe recipe) {
    Bench before = bench;
    if (before == null
        || before.reduction != reduction
        || !before.baselineSettings.equals(recipe.baseline())) {
      before = new Bench(reduction, recipe.baseline());
      bench = before;
    }
    return before;
  }

  /** Reads frames into lanes. A lane whose frame fails halfway is left as it is and not written. */
  private static boolean[] fill(
      FrameBlock block, FrameReader reader, FrameRun run, int from, int lanes, Tally tally) {
    boolean[] whole = new boolean[lanes];
    byte[] bytes = new byte[run.slice().moduleBytes()];
    block.clear();
    for (int lane = 0; lane < lanes; lane++) {
      long first = run.selection().frame(run.first() + from + lane);
      try {
        for (int k = 0; k < run.selection().sum(); k++) {
          long frame = first + (long) k * run.selection().step();
          for (int module = 0; module < run.slice().placements().size(); module++) {
            reader.read(frame, module, bytes);
            block.add(lane, module, bytes, run.slice().type());
          }
        }
        whole[lane] = true;
      } catch (InputException e) {
        tally.missing(e.code(), String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, run.datasetId() + ", frame " + first, e);
        tally.missing(FailureCode.INTERNAL, internal(run.slice().name() + ", frame " + first, e));
      }
    }
    return whole;
  }

  private void write(Bench prepared, FrameRun run, int from, boolean[] whole, Tally tally)
      throws IOException {
    for (int lane = 0; lane < whole.length; lane++) {
      long frame = run.selection().frame(run.first() + from + lane);
      Spectrum spectrum = prepared.spectra[lane];
      if (whole[lane] && allMissing(spectrum.intensity())) {
        tally.missing(
            FailureCode.ALL_MASKED,
            run.slice().name()
                + ", frame "
                + frame
                + ": no pixel of it has a value that counts. Check the switches of mask.");
      } else if (whole[lane]) {
        file.write(
            new SpectrumRow(
                run.datasetId(),
                frame,
                null,
                run.facts().time()[from + lane],
                run.facts().exposure()[from + lane],
                run.facts().conditions(from + lane),
                prepared.axisId,
                prepared.withBaseline(spectrum),
                runId));
        tally.written++;
      }
    }
  }

  private static boolean allMissing(float[] values) {
    for (float value : values) {
      if (!Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  static String internal(String where, Throwable e) {
    return where
        + ": a defect of Debye ("
        + e
        + "). Please report it with the log; nothing else was stopped by it.";
  }

  /** What one reduction needs beside its matrix, reused for all runs of a task. */
  private static final class Bench {
    private final FrameReduction reduction;
    private final FrameBlock block;
    private final Spectrum[] spectra = new Spectrum[FrameBlock.LANES];
    private final String axisId;
    private final BaselineSettings baselineSettings;
    private final @Nullable Baseline baseline;
    private final float[] under;

    Bench(FrameReduction reduction, BaselineSettings baselineSettings) {
      this.reduction = reduction;
      this.block = reduction.block();
      this.axisId = reduction.axis().id();
      this.baselineSettings = baselineSettings;
      for (int lane = 0; lane < spectra.length; lane++) {
        spectra[lane] = reduction.spectrum();
      }
      boolean none = baselineSettings instanceof BaselineSettings.None;
      int points = reduction.axis().points();
      this.baseline = none ? null : Baseline.of(baselineSettings, points);
      this.under = none ? Spectrum.NONE : new float[points];
    }

    /** The same spectrum; its arrays are valid until the next call. */
    Spectrum withBaseline(Spectrum spectrum) {
      if (baseline == null) {
        return spectrum;
      }
      baseline.estimate(spectrum.intensity(), under);
      return new Spectrum(spectrum.intensity(), spectrum.sigma(), under);
    }
  }

  /** Counts of one run. */
  private static final class Tally {
    private final FrameRun run;
    private long written;
    private long missing;
    private DatasetRow.@Nullable Failure failure;

    Tally(FrameRun run) {
      this.run = run;
    }

    void missing(FailureCode code, String message) {
      missing++;
      if (failure == null) {
        failure = new DatasetRow.Failure(code, message);
      }
    }

    /** Nothing more of this run can be made. */
    void rest(FailureCode code, String message) {
      missing = run.count() - written - 1;
      missing(code, message);
    }

    RunOutcome outcome(@Nullable String axisId) {
      return new RunOutcome(run.datasetId(), run.first(), written, missing, failure, axisId);
    }
  }
}
