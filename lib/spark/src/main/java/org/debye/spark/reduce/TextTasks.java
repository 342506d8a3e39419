package org.debye.spark.reduce;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.PositionedFile;
import org.debye.hdf5.SourceFile;
import org.debye.spark.file.HadoopFileOpener;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.absorption.RepeatedScans;
import org.debye.spectra.text.ImportSettings;
import org.debye.spectra.text.ImportedSpectrum;
import org.debye.spectra.text.SpectrumText;
import org.jspecify.annotations.Nullable;

/** What the tasks of an import do, shipped to them. */
record TextTasks(
    HadoopSettings hadoop,
    ImportSettings settings,
    @Nullable AbsorptionImport absorption,
    String catalogue,
    String configHash,
    String runId)
    implements Serializable {
  private static final int TASKS_PER_CORE = 4;

  /** What a task gives back. */
  private record Outcome(
      List<DataFile> files, List<DatasetRow> rows, Map<String, SpectralAxis> axes)
      implements Serializable {}

  /** Reads a batch of files on the cluster. */
  BatchResult read(JavaSparkContext spark, List<Work> batch, LongAccumulator counter) {
    int tasks = Math.min(batch.size(), spark.defaultParallelism() * TASKS_PER_CORE);
    List<Outcome> outcomes =
        spark.parallelize(batch, tasks).mapPartitions(part -> read(part, counter)).collect();
    List<DatasetRow> rows = new ArrayList<>();
    List<DataFile> files = new ArrayList<>();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      rows.addAll(outcome.rows());
      files.addAll(outcome.files());
      axes.putAll(outcome.axes());
    }
    return new BatchResult(rows, files, BatchCommit.Truth.NONE, axes, 0, 0);
  }

  private Iterator<Outcome> read(Iterator<Work> works, LongAccumulator counter) throws IOException {
    List<DatasetRow> rows = new ArrayList<>();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    long written = 0;
    try (SpectraFile file = SpectraFile.open(hadoop.configuration(), catalogue)) {
      while (works.hasNext()) {
        DatasetRow row = read(works.next(), file, axes);
        rows.add(row);
        written += row.frames();
        counter.add(row.frames());
      }
      if (written == 0) {
        file.discard();
      }
      List<DataFile> files = written == 0 ? List.of() : List.of(file.finish());
      return List.of(new Outcome(files, rows, axes)).iterator();
    }
  }

  private DatasetRow read(Work work, SpectraFile file, Map<String, SpectralAxis> axes)
      throws IOException {
    List<SourceFile> files = work.candidate().files();
    URI uri = files.get(0).uri();
    try {
      List<List<ImportedSpectrum>> read = new ArrayList<>();
      for (SourceFile one : files) {
        read.add(SpectrumText.read(one.uri().toString(), bytes(one.uri()), settings));
      }
      List<ImportedSpectrum> spectra = RepeatedScans.spectra(work.candidate().name(), read);
      if (spectra.isEmpty()) {
        return failed(work, FailureCode.ZERO_FRAMES, uri + ": it holds no spectrum.");
      }
      return write(work, spectra, file, axes);
    } catch (InputException e) {
      return failed(work, e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return failed(work, FailureCode.INTERNAL, RunReduction.internal(uri.toString(), e));
    }
  }

  private byte[] bytes(URI uri) {
    try (PositionedFile source = new HadoopFileOpener(hadoop).open(uri)) {
      byte[] bytes = new byte[Math.toIntExact(source.size())];
      source.readFully(0, ByteBuffer.wrap(bytes));
      return bytes;
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.UNREADABLE_FILE,
          uri.toString(),
          "it cannot be read: " + e.getMessage(),
          "Check the file and its permissions.",
          e);
    }
  }

  private DatasetRow write(
      Work work, List<ImportedSpectrum> spectra, SpectraFile file, Map<String, SpectralAxis> axes)
      throws IOException {
    String axisId = null;
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < spectra.size(); i++) {
      AbsorptionImport.Outcome outcome = treated(spectra.get(i));
      if (outcome instanceof AbsorptionImport.Outcome.Kept kept) {
        axisId = write(work, i, kept, file, axes);
      } else if (outcome instanceof AbsorptionImport.Outcome.Left left) {
        problems.add(left.name() + ": " + left.problem() + ".");
      }
    }
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            spectra.get(0).metadata().get("Sample.name"),
            null,
            null,
            null,
            "",
            "",
            configHash,
            axisId,
            problems);
    int written = spectra.size() - problems.size();
    return new DatasetRow(
        work.datasetId(),
        work.candidate().name(),
        work.candidate().files(),
        work.fingerprint(),
        facts,
        problems.isEmpty()
            ? DatasetStatus.REDUCED
            : written == 0 ? DatasetStatus.FAILED : DatasetStatus.PARTIAL,
        written,
        spectra.size(),
        failure(problems, spectra.size()),
        Instant.now(),
        runId);
  }

  /** Of merged scans also how many there are. */
  private static Map<String, Double> conditions(Work work, AbsorptionImport.Outcome.Kept kept) {
    Map<String, Double> conditions = new TreeMap<>(kept.conditions());
    if (work.candidate().files().size() > 1) {
      conditions.put("merged_scans", (double) work.candidate().files().size());
    }
    return conditions;
  }

  private AbsorptionImport.Outcome treated(ImportedSpectrum spectrum) {
    return absorption == null
        ? new AbsorptionImport.Outcome.Kept(spectrum, Map.of())
        : absorption.of(spectrum);
  }

  private String write(
      Work work,
      int number,
      AbsorptionImport.Outcome.Kept kept,
      SpectraFile file,
      Map<String, SpectralAxis> axes)
      throws IOException {
    ImportedSpectrum one = kept.spectrum();
    SpectralAxis axis = new SpectralAxis(one.kind(), one.axis());
    String axisId = axis.id();
    axes.put(axisId, axis);
    file.write(
        new SpectrumRow(
            work.datasetId(),
            number,
            work.candidate().files().size() > 1
                ? one.name()
                : name(one, work.candidate().files().get(0)),
            Double.NaN,
            Double.NaN,
            conditions(work, kept),
            axisId,
            new Spectrum(one.intensity(), one.sigma(), Spectrum.NONE),
            runId));
    return axisId;
  }

  private static DatasetRow.@Nullable Failure failure(List<String> problems, int spectra) {
    if (problems.isEmpty()) {
      return null;
    }
    String first = problems.get(0) + " Mend or leave out the spectrum, or set absorption.edge.";
    return new DatasetRow.Failure(
        FailureCode.UNSOUND_SPECTRUM,
        spectra == 1
            ? first
            : problems.size() + " of " + spectra + " spectra are left out. The first: " + first);
  }

  /** What tells it from the file's other spectra, or the file's name. */
  private static String name(ImportedSpectrum spectrum, SourceFile file) {
    String start = file.uri() + "#";
    return spectrum.name().startsWith(start)
        ? spectrum.name().substring(start.length())
        : file.name();
  }

  private DatasetRow failed(Work work, FailureCode code, String message) {
    return DatasetDraft.failed(
        work, configHash, new DatasetRow.Failure(code, message), Instant.now(), runId);
  }
}
