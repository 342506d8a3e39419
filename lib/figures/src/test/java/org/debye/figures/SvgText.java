package org.debye.figures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An SVG as an XML parser reads it. */
record SvgText(int bytes, List<String> texts, int images, List<String> paths) {

  static SvgText of(Figure figure) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FigureFile.svg(figure, out);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
    List<String> texts = new ArrayList<>();
    NodeList found = document.getElementsByTagName("text");
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    List<String> paths = new ArrayList<>();
    NodeList drawn = document.getElementsByTagName("path");
    for (int i = 0; i < drawn.getLength(); i++) {
      paths.add(((Element) drawn.item(i)).getAttribute("d"));
    }
    int readable = 0;
    NodeList images = document.getElementsByTagName("image");
    for (int i = 0; i < images.getLength(); i++) {
      String link = ((Element) images.item(i)).getAttribute("xlink:href");
      byte[] png = Base64.getDecoder().decode(link.substring("data:image/png;base64,".length()));
      readable += ImageIO.read(new ByteArrayInputStream(png)) != null ? 1 : 0;
    }
    return new SvgText(out.size(), List.copyOf(texts), readable, List.copyOf(paths));
  }
}
