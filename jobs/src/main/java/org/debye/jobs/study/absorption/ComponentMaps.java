package org.debye.jobs.study.absorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.exploration.PrincipalAxes;
import org.debye.figures.Figure;
import org.debye.figures.PlaneMaps;
import org.debye.figures.PointSet;
import org.debye.spectra.mixing.Observations;

/**
 * Spectra along their two largest principal axes, of the whole and of the pre-edge region (the
 * insets of Fig. 2 of Carbone et al. 2019). The second takes the same axes cut at the end of the
 * pre-edge region, as equation (2) says, so that a line is what is left of two axes that differ in
 * nothing before the edge.
 */
record ComponentMaps(String name, AbsorptionResults results, long seed) {

  /** By file name. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    figures.put("components", () -> maps(AbsorptionModel.Part.WHOLE, "whole spectra"));
    figures.put("components-pre-edge", () -> maps(AbsorptionModel.Part.PRE_EDGE, "pre-edge alone"));
    return figures;
  }

  private Figure maps(AbsorptionModel.Part part, String what) {
    List<PlaneMaps.Panel> panels = new ArrayList<>();
    for (StudiedElement element : results.elements()) {
      double[] classes = Arrays.stream(element.task().sites().labels()).asDoubleStream().toArray();
      panels.add(
          new PlaneMaps.Panel(
              element.task().element(), new PointSet(places(element.task(), part), 2), classes));
    }
    return new PlaneMaps(
        name + ": principal components, " + what + (results.isStandIn() ? " (stand-in)" : ""),
        new PlaneMaps.Colouring.ByClass(results.classes()),
        panels,
        PlaneMaps.Places.COMPONENTS);
  }

  private double[] places(ElementTask task, AbsorptionModel.Part part) {
    SiteSpectra spectra = task.read(seed);
    int points = task.window().grid().points();
    double[] values = new double[spectra.count() * points];
    for (int site = 0; site < spectra.count(); site++) {
      float[] row = spectra.moved(site, 0, AbsorptionModel.Part.WHOLE);
      for (int p = 0; p < points; p++) {
        values[site * points + p] = row[p];
      }
    }
    PrincipalAxes axes =
        PrincipalAxes.of(task.element(), new Observations(spectra.count(), points, values));
    return projected(axes, values, task.points(part));
  }

  /** Equations (1) and (2): places between -1 and 1. */
  private static double[] projected(PrincipalAxes axes, double[] values, int seen) {
    int points = axes.points();
    double[] places = new double[values.length / points * 2];
    for (int component = 0; component < 2; component++) {
      double most = 0;
      for (int site = 0; site < places.length / 2; site++) {
        double sum = 0;
        for (int p = 0; p < seen; p++) {
          sum +=
              (values[site * points + p] - axes.mean()[p])
                  * axes.components()[component * points + p];
        }
        places[2 * site + component] = sum;
        most = Math.max(most, Math.abs(sum));
      }
      for (int site = 0; site < places.length / 2; site++) {
        places[2 * site + component] /= most;
      }
    }
    return places;
  }
}
