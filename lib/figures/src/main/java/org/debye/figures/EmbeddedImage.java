package org.debye.figures;

import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DOMTreeManager;
import org.apache.batik.svggen.GenericImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Puts an image into the SVG as PNG data, in its own palette. Batik's handler would need
 * batik-codec and writes every image in 32-bit colour, three times the size.
 */
final class EmbeddedImage implements GenericImageHandler {
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  @Override
  public void setDOMTreeManager(DOMTreeManager manager) {
    // elements are made from the context's document
  }

  @Override
  public Element createElement(SVGGeneratorContext context) {
    return context.getDOMFactory().createElementNS("http://www.w3.org/2000/svg", "image");
  }

  @Override
  public @Nullable AffineTransform handleImage(
      Image image,
      Element element,
      int x,
      int y,
      int width,
      int height,
      SVGGeneratorContext context) {
    if (!(image instanceof RenderedImage rendered)) {
      throw new UnsupportedOperationException("only buffered images are drawn");
    }
    return handleImage(rendered, element, x, y, width, height, context);
  }

  @Override
  public @Nullable AffineTransform handleImage(
      RenderedImage image,
      Element element,
      int x,
      int y,
      int width,
      int height,
      SVGGeneratorContext context) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String data = Base64.getEncoder().encodeToString(png.toByteArray());
    element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + data);
    element.setAttribute("x", Integer.toString(x));
    element.setAttribute("y", Integer.toString(y));
    element.setAttribute("width", Integer.toString(width));
    element.setAttribute("height", Integer.toString(height));
    element.setAttribute("preserveAspectRatio", "none");
    return null;
  }

  @Override
  public AffineTransform handleImage(
      RenderableImage image,
      Element element,
      double x,
      double y,
      double width,
      double height,
      SVGGeneratorContext context) {
    throw new UnsupportedOperationException("only buffered images are drawn");
  }
}
