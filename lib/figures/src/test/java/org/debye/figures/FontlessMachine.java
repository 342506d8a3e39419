package org.debye.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.debye.failure.InputException;

/** Run by {@link FigureFileTest}: draws and prints what a user would be told. */
final class FontlessMachine {
  private FontlessMachine() {}

  public static void main(String[] args) throws IOException {
    try {
      FigureFile.png(FigureFileTest.figure(), new ByteArrayOutputStream());
    } catch (InputException e) {
      System.out.println(e.getMessage());
    }
  }
}
