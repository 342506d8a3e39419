package org.debye.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.ParquetExport;

/** Spectra of a catalogue as the files that other tools read. Starts no Spark. */
public final class ExportJob implements Job<ExportConfig> {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "tables to CSV, .xy, NXazint1d HDF5, bare Parquet or, of draws, Stan CSV files";
  }

  @Override
  public Class<ExportConfig> config() {
    return ExportConfig.class;
  }

  @Override
  public String example() {
    return "export catalogue=tables format=csv output=spectra.csv";
  }

  @Override
  public ExitCode run(JobContext context, ExportConfig config) {
    try {
      if (config.output().equals("-")) {
        selection(config).writeTo(new CsvWriter(context.console().out()));
        return ExitCode.DONE;
      }
      try (AtomicOutput output = AtomicOutput.at(config.output(), config.overwrite())) {
        String written = write(config, output.temporary());
        output.commit();
        context.console().line(written + " in " + output.target());
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(ExportConfig config, Path target) throws IOException {
    if (config.table() == ExportConfig.Table.REPRESENTATIONS) {
      RepresentationSelection chosen = RepresentationSelection.of(config);
      return counted(
          config.format() == ExportConfig.Format.CSV
              ? chosen.writeCsv(target)
              : chosen.writeParquet(target),
          "representations");
    }
    return switch (config.format()) {
      case STAN_CSV -> counted(DrawsSelection.of(config).writeTo(target), "chains");
      case PARQUET -> {
        Catalogue catalogue = Catalogue.existing(config.catalogue());
        yield counted(
            new ParquetExport(catalogue)
                .write(selection(config).ids(), "file://" + target.toAbsolutePath()),
            "spectra");
      }
      case CSV, XY, NXAZINT1D ->
          counted(selection(config).writeTo(writer(config, target)), "spectra");
    };
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, what);
  }

  private static SpectraSelection selection(ExportConfig config) {
    return new SpectraSelection(
        Catalogue.existing(config.catalogue()), config.dataset(), config.frames());
  }

  private static SpectraWriter writer(ExportConfig config, Path target) throws IOException {
    return switch (config.format()) {
      case CSV -> new CsvWriter(new BufferedOutputStream(Files.newOutputStream(target)));
      case XY -> new XyWriter(target);
      case NXAZINT1D -> new Azint1dSpectra(Catalogue.existing(config.catalogue()), target);
      case PARQUET, STAN_CSV -> throw new IllegalArgumentException("no format of single spectra");
    };
  }
}
