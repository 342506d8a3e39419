package org.debye.spark.file;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.frame.image.ImageData;
import org.debye.frame.image.ImageFile;
import org.debye.hdf5.FileOpener;
import org.debye.hdf5.FrameReader;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.PlanSettings;
import org.debye.hdf5.Planning;
import org.debye.hdf5.PositionedFile;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.hdf5.StackPlanner;

/** Reads mask, dark and flat images: EDF, NPY, TIFF, or a dataset of an HDF5 file. */
public final class ImageSource {
  private static final String INSIDE = "::/";

  private final FileOpener opener;

  public ImageSource(FileOpener opener) {
    this.opener = opener;
  }

  /**
   * Reads an image.
   *
   * @param location local path or URI; {@code FILE::/dataset} inside an HDF5 file, of which the
   *     first frame is taken
   * @throws InputException where it cannot be read
   */
  public ImageData read(String location) {
    int inside = location.indexOf(INSIDE);
    if (inside > 0) {
      return dataset(location.substring(0, inside), location.substring(inside + 2));
    }
    URI uri = SourceListing.uri(location);
    try (PositionedFile file = opener.open(uri)) {
      byte[] bytes = new byte[Math.toIntExact(file.size())];
      file.readFully(0, ByteBuffer.wrap(bytes));
      return ImageFile.read(location, bytes);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  private ImageData dataset(String file, String path) {
    SourceFile source = new SourceFile(SourceListing.uri(file), 0, 0);
    PlanSettings settings = new PlanSettings(path, List.of(), List.of());
    Planning planning =
        new StackPlanner(opener, settings).plan(new StackCandidate(file, List.of(source)));
    if (planning instanceof Planning.Failed failed) {
      throw InputException.of(
          failed.code(), file + ":" + path, "no image can be read", failed.message());
    } else if (planning instanceof Planning.Raw raw) {
      return firstFrame(raw.stack(), file + ":" + path);
    }
    throw InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        file + ":" + path,
        "this is no image",
        "Name a two-dimensional numeric dataset.");
  }

  private ImageData firstFrame(FrameStack stack, String where) {
    byte[] bytes = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, opener)) {
      reader.read(0, 0, bytes);
    } catch (IOException e) {
      throw unreadable(where, e);
    }
    FrameShape shape = stack.module();
    ByteBuffer pixels = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[shape.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(pixels, i * stack.type().bytes(), stack.type(), where);
    }
    return new ImageData(shape, values);
  }

  private static double value(ByteBuffer pixels, int at, PixelType type, String where) {
    return switch (type) {
      case UINT8 -> pixels.get(at) & 0xff;
      case INT8 -> pixels.get(at);
      case UINT16 -> pixels.getShort(at) & 0xffff;
      case INT16 -> pixels.getShort(at);
      case UINT32 -> pixels.getInt(at) & 0xffffffffL;
      case INT32 -> pixels.getInt(at);
      case FLOAT32 -> pixels.getFloat(at);
      case FLOAT64 -> pixels.getDouble(at);
      case INT64, UINT64 -> pixels.getLong(at);
      case FLOAT16 ->
          throw InputException.of(
              FailureCode.UNSUPPORTED_DATASET,
              where,
              "the image has 16-bit floats",
              "Save it with 32-bit floats.");
    };
  }

  private static InputException unreadable(String where, IOException e) {
    boolean missing =
        e instanceof java.io.FileNotFoundException
            || e instanceof java.nio.file.NoSuchFileException;
    return InputException.of(
        missing ? FailureCode.MISSING_FILE : FailureCode.UNREADABLE_FILE,
        where,
        missing ? "there is no such image" : "it cannot be read: " + e.getMessage(),
        "Name an image that is there and that you may read.",
        e);
  }
}
