package org.debye.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.debye.figures.Figure;
import org.debye.figures.FigureFile;
import org.debye.spark.table.Catalogue;

/** A folder of pictures and small tables beside the tables of a catalogue. */
public final class PictureFolder {
  private final Catalogue catalogue;
  private final String folder;

  /**
   * Makes nothing yet.
   *
   * @param name below {@code CATALOGUE/figures}
   */
  public PictureFolder(Catalogue catalogue, String name) {
    this.catalogue = catalogue;
    this.folder = "figures/" + name;
  }

  /** Writes a picture as PNG and SVG. */
  public void draw(String name, Figure figure) throws IOException {
    try (OutputStream png = catalogue.create(folder + "/" + name + ".png")) {
      FigureFile.png(figure, png);
    }
    try (OutputStream svg = catalogue.create(folder + "/" + name + ".svg")) {
      FigureFile.svg(figure, svg);
    }
  }

  /** Whether a picture is there. */
  public boolean has(String name) throws IOException {
    return catalogue.has(folder + "/" + name + ".png");
  }

  /** Writes a table as CSV. */
  public void write(String name, TextTable table) throws IOException {
    try (OutputStream csv = catalogue.create(folder + "/" + name + ".csv")) {
      csv.write(table.csv().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where it is, as a local path if it is one. */
  public String place() {
    String place = catalogue.location() + "/" + folder;
    return place.startsWith("file:///") ? place.substring("file://".length()) : place;
  }
}
