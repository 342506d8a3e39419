package org.debye.jobs.imports;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.text.ColumnChoice;
import org.debye.spectra.text.ImportSettings;
import org.debye.spectra.text.MatrixLayout;
import org.debye.spectra.text.Quantity;
import org.jspecify.annotations.Nullable;

/** Keys of {@code import}. */
public record ImportConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "Files of spectra, folders (searched to any depth) or glob patterns; local paths or"
                    + " URIs. Columns of text, XDI, Athena projects, FXYE, NPY; gzipped or not.",
            byDefault = "[]")
        List<String> input,
    @Key(
            place = Key.Place.THERE,
            meaning =
                "Local CSV file of labels for spectra that the catalogue holds: dataset_id (or the"
                    + " dataset's name), frame, label (a class's number or name). In place of"
                    + " input.")
        @Nullable String labels,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI that holds the tables; made where there is none.")
        String catalogue,
    @Key(
            meaning = "Glob patterns of the file names that are read out of folders.",
            byDefault =
                "['*.xy', '*.dat', '*.csv', '*.xdi', '*.prj', '*.npy', '*.txt', '*.chi',"
                    + " '*.xye', '*.fxye', '*.nor']")
        List<String> include,
    @Key(meaning = "Glob patterns of file names that are not read.", byDefault = "[]")
        List<String> exclude,
    @Key(meaning = "Axis.") Axis axis,
    @Key(meaning = "Columns.") Columns columns,
    @Key(meaning = "Absorption.") AbsorptionConfig absorption,
    @Key(
            meaning =
                "Which absorption an XDI or Athena file is asked for; all of the sample when left"
                    + " out.")
        @Nullable Quantity quantity,
    @Key(
            meaning =
                "How spectra lie in a two-dimensional NPY array; told by the axis when left out.")
        @Nullable MatrixLayout layout,
    @Key(
            meaning = "Lines at the top of a file that are not looked at.",
            unit = "lines",
            byDefault = "0")
        int skipLines,
    @Key(
            meaning = "Try again what failed before, although nothing about it has changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(
            meaning =
                "Draw the first normalised absorption spectra, with what they were normalised by,"
                    + " below CATALOGUE/figures/import.",
            byDefault = "true")
        boolean figures) {

  public ImportConfig {
    InvalidValue.unless(
        !input.isEmpty() || labels != null,
        "input",
        "no input is named",
        "Set input=PATH, or labels=FILE.");
    InvalidValue.unless(
        input.isEmpty() || labels == null,
        "labels",
        "spectra and labels are imported one after the other",
        "Set one of input and labels.");
    InvalidValue.unless(
        skipLines >= 0, "skipLines", skipLines + " is below 0", "Write 0 to read all.");
  }

  /** Keys of {@code columns}. */
  public record Columns(
      @Key(
              meaning =
                  "Columns that are spectra, by number from 1 or by name in the header; all takes"
                      + " every other column; the only one that can be meant when empty.",
              byDefault = "[]")
          List<String> intensity,
      @Key(meaning = "Column of standard errors, by number or name; one named so when left out.")
          @Nullable String sigma) {
    public Columns {
      InvalidValue.unless(
          sigma == null || !sigma.equals("all"),
          "sigma",
          "the errors are one column",
          "Give its number or name.");
    }
  }

  /** Keys of {@code axis}. */
  public record Axis(
      @Key(
              meaning =
                  "What the axis is; needed where the file does not say it (XDI, Athena and FXYE"
                      + " do).")
          @Nullable AxisName kind,
      @Key(
              meaning = "Factor from the file's axis to that unit: 1000 for an energy in keV.",
              unit = "1",
              byDefault = "1")
          double scale,
      @Key(meaning = "Its column, by number from 1 or by name; the first when left out.")
          @Nullable String column,
      @Key(
              place = Key.Place.THERE,
              meaning =
                  "File that holds the axis alone (NPY, or text with one number a line), for files"
                      + " of intensities alone.")
          @Nullable String file) {
    public Axis {
      InvalidValue.unless(
          scale > 0, "scale", scale + " is not above 0", "Write 1 where units agree.");
      InvalidValue.unless(
          column == null || file == null,
          "file",
          "the axis is either a column or a file of its own",
          "Set one of axis.column and axis.file.");
      InvalidValue.unless(
          column == null || !column.equals("all"),
          "column",
          "the axis is one column",
          "Give its number or name.");
    }
  }

  /** The kernel's settings; reads the file of the axis. */
  ImportSettings settings() {
    return new ImportSettings(
        axis.kind == null ? null : axis.kind.kind(),
        axis.scale,
        axis.column == null ? null : ColumnChoice.of(axis.column),
        axis.file == null ? new double[0] : AxisFile.read(axis.file),
        columns.intensity.stream().map(ColumnChoice::of).toList(),
        columns.sigma == null ? null : ColumnChoice.of(columns.sigma),
        quantity,
        layout,
        skipLines);
  }
}
