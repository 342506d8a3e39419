package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jfree.chart.text.TextUtils;
import org.w3c.dom.Document;

/** Writes pictures. Needs no display, but at least one font that fontconfig knows. */
public final class FigureFile {
  static {
    // otherwise upright labels become outlines, which no one can search or select in an SVG
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private FigureFile() {}

  /** PNG or SVG after the file's name. */
  public static void write(Figure figure, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          file.toString(),
          "a figure is written as .png or .svg",
          "Change the file's ending.");
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      if (name.endsWith(".png")) {
        png(figure, out);
      } else {
        svg(figure, out);
      }
    }
  }

  /** Two pixels to the point: 1800 wide. The stream stays open. */
  public static void png(Figure figure, OutputStream out) throws IOException {
    ImageIO.setUseCache(false);
    ImageIO.write(image(figure), "png", out);
  }

  static BufferedImage image(Figure figure) {
    requireFonts();
    Sheet sheet = figure.sheet();
    Dimension size = sheet.size();
    BufferedImage image =
        new BufferedImage(
            size.width * FigureStyle.SCALE,
            size.height * FigureStyle.SCALE,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.scale(FigureStyle.SCALE, FigureStyle.SCALE);
    sheet.draw(g2);
    g2.dispose();
    return image;
  }

  /** Text stays text; maps are embedded images. UTF-8. The stream stays open. */
  public static void svg(Figure figure, OutputStream out) throws IOException {
    requireFonts();
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument("http://www.w3.org/2000/svg", "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("Made by Debye");
    context.setPrecision(2);
    context.setGenericImageHandler(new EmbeddedImage());
    SVGGraphics2D g2 = new SVGGraphics2D(context, false);
    Sheet sheet = figure.sheet();
    g2.setSVGCanvasSize(sheet.size());
    sheet.draw(g2);
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    g2.stream(writer, true);
    writer.flush();
  }

  /** Without any font Java fails deep inside, with an error that says nothing to its reader. */
  private static void requireFonts() {
    try {
      FigureStyle.LABEL.canDisplay('0');
    } catch (RuntimeException | InternalError | LinkageError e) { // as JDK 17 does
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "figures",
          "this machine has no font that Java can use",
          "Install fontconfig and a font (Debian: apt install fontconfig fonts-dejavu-core).",
          e);
    }
  }
}
