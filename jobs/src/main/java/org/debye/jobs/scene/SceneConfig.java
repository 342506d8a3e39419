package org.debye.jobs.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.figures.ImageShape;
import org.debye.figures.ImageShape.PixelOrder;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.ImageSize;
import org.debye.jobs.value.PlainName;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.text.MatrixLayout;
import org.debye.unmixing.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Keys of {@code scene}: how the spectra lie in a MATLAB or .npy file. */
public record SceneConfig(
    @Key(
            meaning =
                "Variable of a MATLAB file that holds the spectra; the only matrix when left out.")
        @Nullable String variable,
    @Key(
            meaning =
                "How spectra lie in a matrix; told by the size of the image when left out. In an"
                    + " array of three dimensions the spectra run along the last.")
        @Nullable MatrixLayout layout,
    @Key(
            meaning =
                "Number that the values are divided by, or the variable of the file that holds it.",
            byDefault = "1")
        String divideBy,
    @Key(meaning = "Rows and columns of the image that the spectra make, such as 95x95.")
        @Nullable ImageSize image,
    @Key(meaning = "Which pixel follows: the next in its row (numpy) or in its column (MATLAB).")
        @Nullable PixelOrder pixelOrder) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?");

  public SceneConfig {
    InvalidValue.unless(
        image == null || pixelOrder != null,
        "image",
        "an image needs to know which pixel follows",
        "Set scene.pixel-order=column-by-column for MATLAB's order, row-by-row for numpy's.");
    InvalidValue.unless(
        !NUMBER.matcher(divideBy).matches() || Double.parseDouble(divideBy) > 0,
        "divideBy",
        divideBy + " is not above 0",
        "Write 1 to leave the values as they are.");
  }

  /** Name of a result: as it was given, else after the input's file. */
  public static String title(@Nullable String name, @Nullable String input) {
    if (name != null) {
      return name;
    }
    if (input == null) {
      return "spectra";
    }
    String file = input.substring(input.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    String stem = PlainName.of(dot > 0 ? file.substring(0, dot) : file);
    return stem.matches("[A-Za-z0-9].*") ? stem : "scene";
  }

  /**
   * Reads the spectra of a file.
   *
   * @throws InputException the file is not there or does not fit the keys
   */
  public SceneInput read(String name, ArrayFile file) {
    NumberArray array = file.array(variable, "scene.variable");
    ImageShape shape = shape(file, array);
    NumberArray spectra = spectraInRows(file, array);
    int count = spectra.shape()[0];
    if (shape != null && shape.rows() * shape.columns() != count) {
      throw wrong(
          file,
          "an image of %d x %d pixels for %d spectra"
              .formatted(shape.rows(), shape.columns(), count),
          "Set scene.image to the image's rows and columns, or leave it out.");
    }
    double divisor = divisor(file);
    double[] values = Arrays.stream(spectra.values()).map(value -> value / divisor).toArray();
    int points = spectra.shape()[1];
    return new SceneInput(
        new Scene(name, count, points, values),
        channels(points),
        places(name, count, shape),
        shape);
  }

  private @Nullable ImageShape shape(ArrayFile file, NumberArray array) {
    if (array.dimensions() == 3) {
      int[] lengths = array.shape();
      if (image != null && (image.rows() != lengths[0] || image.columns() != lengths[1])) {
        throw wrong(
            file,
            "the image is " + image + ", the array " + array.shapeText(),
            "Leave scene.image out: an array of three dimensions knows its own.");
      }
      return new ImageShape(lengths[0], lengths[1], PixelOrder.ROW_BY_ROW);
    }
    return image == null
        ? null
        : new ImageShape(image.rows(), image.columns(), Objects.requireNonNull(pixelOrder));
  }

  private NumberArray spectraInRows(ArrayFile file, NumberArray array) {
    int[] lengths = array.shape();
    if (array.dimensions() == 3) {
      return new NumberArray(new int[] {lengths[0] * lengths[1], lengths[2]}, array.values());
    }
    if (array.dimensions() != 2) {
      throw wrong(
          file,
          "the array is " + array.shapeText() + ", which is no table of spectra",
          "Give a matrix of spectra, or an image with the spectra along the last dimension.");
    }
    return layout(file, array) == MatrixLayout.SPECTRA_IN_ROWS ? array : array.transposed();
  }

  private MatrixLayout layout(ArrayFile file, NumberArray array) {
    if (layout != null) {
      return layout;
    }
    boolean rows = image != null && image.pixels() == array.shape()[0];
    boolean columns = image != null && image.pixels() == array.shape()[1];
    if (rows == columns) {
      throw wrong(
          file,
          "the matrix is " + array.shapeText() + ", and nothing says where its spectra lie",
          "Set scene.layout=spectra-in-columns or spectra-in-rows.");
    }
    return rows ? MatrixLayout.SPECTRA_IN_ROWS : MatrixLayout.SPECTRA_IN_COLUMNS;
  }

  private double divisor(ArrayFile file) {
    if (NUMBER.matcher(divideBy).matches()) {
      return Double.parseDouble(divideBy);
    }
    double[] values = file.array(divideBy, "scene.divide-by").values();
    if (values.length != 1 || !(values[0] > 0)) {
      throw wrong(
          file,
          "the variable " + divideBy + " is not one number above 0",
          "Set scene.divide-by to a number.");
    }
    return values[0];
  }

  /** Pixels count row by row in the tables, however they lie in the file. */
  private static List<SceneInput.Place> places(String name, int count, @Nullable ImageShape shape) {
    List<SceneInput.Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long frame = i;
      if (shape != null && shape.order() == PixelOrder.COLUMN_BY_COLUMN) {
        frame = (long) (i % shape.rows()) * shape.columns() + i / shape.rows();
      }
      places.add(new SceneInput.Place(name, frame));
    }
    return places;
  }

  private static SpectralAxis channels(int points) {
    double[] values = new double[points];
    Arrays.setAll(values, i -> i);
    return new SpectralAxis(AxisKind.CHANNEL, values);
  }

  private static InputException wrong(ArrayFile file, String problem, String remedy) {
    return InputException.of(FailureCode.MISSING_METADATA, file.place(), problem, remedy);
  }
}
