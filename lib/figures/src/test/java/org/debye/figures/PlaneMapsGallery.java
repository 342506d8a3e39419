package org.debye.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.figures.PlaneMaps.Colouring;
import org.debye.figures.PlaneMaps.Panel;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** Maps of a course of 220 frames through three classes, as if of spectra and of encoders. */
final class PlaneMapsGallery {
  private static final int FRAMES = 220;
  private static final List<String> TITLES =
      List.of("spectra", "specmoco-20", "specmoco-20, projection", "supervised-contrast-20");

  private PlaneMapsGallery() {}

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("maps-classes", classes());
    all.put("maps-course", new PlaneMaps("D8", new Colouring.ByCourse("Frame"), panels(2, true)));
    return all;
  }

  private static PlaneMaps classes() {
    return new PlaneMaps(
        "D8, spectra and representations",
        new Colouring.ByClass(List.of("before", "during", "after")),
        panels(4, false));
  }

  private static List<Panel> panels(int count, boolean course) {
    List<Panel> panels = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      RandomStream random = RandomStreams.of(4).at("maps", p);
      double[] places = new double[2 * FRAMES];
      double[] values = new double[FRAMES];
      for (int i = 0; i < FRAMES; i++) {
        int group = i < 71 ? 0 : i < 91 ? 1 : 2;
        double angle = i * (1 + p) * 0.012;
        places[2 * i] = 6 * Math.cos(angle) + 0.2 * random.nextGaussian() + p * group;
        places[2 * i + 1] = 6 * Math.sin(angle) + 0.2 * random.nextGaussian();
        values[i] = course ? i : i % 50 == 49 ? Double.NaN : group;
      }
      panels.add(new Panel(TITLES.get(p), new PointSet(places, 2), values));
    }
    return panels;
  }
}
