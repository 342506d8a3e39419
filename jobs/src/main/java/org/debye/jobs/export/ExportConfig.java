package org.debye.jobs.export;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.FrameRange;
import org.debye.learning.predict.RepresentationLayer;
import org.jspecify.annotations.Nullable;

/** Keys of {@code export}. */
public record ExportConfig(
    @Key(place = Key.Place.ANY, meaning = "Folder or URI of the tables.") String catalogue,
    @Key(
            meaning =
                "spectra; or representations of them by the encoder that model names, as csv (a line"
                    + " for each spectrum) or parquet.",
            byDefault = "spectra")
        Table table,
    @Key(
            meaning =
                "csv: one file, a line for each point. xy: a folder, a text file for each spectrum."
                    + " nxazint1d: one NeXus HDF5 file, an entry for each dataset. parquet: a folder"
                    + " of bare Parquet files with the tables' columns. stan-csv: a folder, a file for"
                    + " each chain of a study's draws.")
        Format format,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Local file (csv, nxazint1d) or folder (xy, parquet, stan-csv) to write; for csv, - is"
                    + " standard output.")
        String output,
    @Key(
            meaning = "Ids or names of the datasets to export, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "First and last frame, from 0, both included: 10:19, 10: or :19. All when left out.",
            unit = "frames")
        @Nullable FrameRange frames,
    @Key(meaning = "Study whose draws stan-csv writes; the only one when left out.")
        @Nullable String study,
    @Key(
            meaning = "Cells of the study whose draws are written, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> cells,
    @Key(meaning = "Encoder whose representations are written.") @Nullable String model,
    @Key(meaning = "Layer of it: representation or projection.", byDefault = "representation")
        RepresentationLayer layer,
    @Key(meaning = "Replace an output that is there.", byDefault = "false") boolean overwrite) {

  public ExportConfig {
    checkTable(table, format, output, model);
    InvalidValue.unless(
        !output.equals("-") || format == Format.CSV,
        "output",
        "only csv can be written to standard output",
        "Name a folder.");
    InvalidValue.unless(
        format != Format.PARQUET || table != Table.SPECTRA || frames == null,
        "frames",
        "parquet takes datasets whole",
        "Choose them with dataset=, or take another format for some of their frames.");
    InvalidValue.unless(
        format == Format.STAN_CSV || (study == null && cells.isEmpty()),
        study == null ? "cells" : "study",
        "only stan-csv writes the draws of a study",
        "Leave it out, or set format=stan-csv.");
    InvalidValue.unless(
        format != Format.STAN_CSV || (dataset.isEmpty() && frames == null),
        frames == null ? "dataset" : "frames",
        "stan-csv writes draws, not spectra",
        "Choose draws with study= and cells=.");
  }

  private static void checkTable(
      Table table, Format format, String output, @Nullable String model) {
    boolean representations = table == Table.REPRESENTATIONS;
    InvalidValue.unless(
        representations == (model != null),
        "model",
        representations ? "no encoder is named" : "spectra are those of no encoder",
        representations ? "Name one that represent has used." : "Set table=representations.");
    InvalidValue.unless(
        !representations || format == Format.CSV || format == Format.PARQUET,
        "format",
        "representations are written as csv or parquet",
        "Set format=csv.");
    InvalidValue.unless(
        !representations || !output.equals("-"),
        "output",
        "only spectra can be written to standard output",
        "Name a file.");
  }

  /** Of what. */
  public enum Table {
    SPECTRA,
    REPRESENTATIONS
  }

  /** How it is written. */
  public enum Format {
    CSV,
    XY,
    NXAZINT1D,
    PARQUET,
    STAN_CSV
  }
}
