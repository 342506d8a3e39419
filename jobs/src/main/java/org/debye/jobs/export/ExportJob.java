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
    return "tables to CSV, .xy, NXazint1d HDF5 or bare Parquet files";
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
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    try {
      if (config.output().equals("-")) {
        selection(catalogue, config).writeTo(new CsvWriter(context.console().out()));
        return ExitCode.DONE;
      }
      try (AtomicOutput output = AtomicOutput.at(config.output(), config.overwrite())) {
        String written = write(catalogue, config, output.temporary());
        output.commit();
        context.console().line(written + " in " + output.target());
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Catalogue catalogue, ExportConfig config, Path target)
      throws IOException {
    SpectraSelection selection = selection(catalogue, config);
    long spectra =
        config.format() == ExportConfig.Format.PARQUET
            ? new ParquetExport(catalogue)
                .write(selection.ids(), "file://" + target.toAbsolutePath())
            : selection.writeTo(writer(catalogue, config.format(), target));
    return String.format(Locale.ROOT, "%,d spectra", spectra);
  }

  private static SpectraSelection selection(Catalogue catalogue, ExportConfig config) {
    return new SpectraSelection(catalogue, config.dataset(), config.frames());
  }

  private static SpectraWriter writer(Catalogue catalogue, ExportConfig.Format format, Path target)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(new BufferedOutputStream(Files.newOutputStream(target)));
      case XY -> new XyWriter(target);
      case NXAZINT1D -> new Azint1dSpectra(catalogue, target);
      case PARQUET -> throw new IllegalArgumentException("tables are copied, not written");
    };
  }
}
