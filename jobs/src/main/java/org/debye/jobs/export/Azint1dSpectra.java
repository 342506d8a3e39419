package org.debye.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.write.Azint1dEntry;
import org.debye.hdf5.write.Azint1dWriter;
import org.debye.provenance.RunRecord;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * One NXazint1d file with an entry for each dataset; what it says of the reduction is the run's.
 */
final class Azint1dSpectra implements SpectraWriter {
  private static final String REFERENCE = "Debye, docs/architecture.md";

  private final Azint1dWriter writer;
  private final Map<String, RunRecord> runs = new HashMap<>();
  private @Nullable String current;

  Azint1dSpectra(Catalogue catalogue, Path file) throws IOException {
    writer = new Azint1dWriter(file);
    catalogue.runs().all().forEach(run -> runs.put(run.runId(), run));
  }

  @Override
  public void write(DatasetRow dataset, SpectrumRow row, SpectralAxis axis) throws IOException {
    if (!row.datasetId().equals(current)) {
      current = row.datasetId();
      writer.start(entry(dataset, row, axis));
    }
    writer.write(row.frame(), row.spectrum());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private Azint1dEntry entry(DatasetRow dataset, SpectrumRow first, SpectralAxis axis) {
    DatasetRow.Facts facts = dataset.facts();
    Double wavelength = facts.wavelength();
    if (wavelength == null) {
      throw InputException.of(
          FailureCode.MISSING_WAVELENGTH,
          dataset.name(),
          "no wavelength is known, and an NXazint1d entry must state one",
          "Leave the dataset out with dataset=, or export it as csv or xy.");
    }
    RunRecord run = runs.get(first.runId());
    Map<String, String> parameters = parameters(run == null ? "" : run.configuration());
    return new Azint1dEntry(
        dataset.datasetId(),
        facts.sample(),
        facts.startTime(),
        facts.instrument() == null ? "unknown" : facts.instrument(),
        "unknown",
        wavelength,
        axis,
        "true".equals(parameters.get("integration.solid-angle")),
        parameters.containsKey("integration.polarisation"),
        true,
        "Debye",
        run == null ? "unknown" : run.codeRevision(),
        dataset.finished().toString(),
        REFERENCE,
        parameters,
        first.spectrum().sigma().length > 0,
        first.spectrum().baseline().length > 0);
  }

  /** The lines {@code key: value} of a run's configuration. */
  private static Map<String, String> parameters(String configuration) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String line : configuration.split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        parameters.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return parameters;
  }
}
