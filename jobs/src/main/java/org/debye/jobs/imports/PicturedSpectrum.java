package org.debye.jobs.imports;

import java.util.List;
import java.util.Locale;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.CurvePanels.Span;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.spectra.absorption.NormalisationParameters;
import org.debye.spectra.absorption.NormalisedAbsorption;

/**
 * A spectrum and what it was normalised by, as Larch's pictures have it: the absorption with the
 * line below the edge and the polynomial above, and below it the normalised and flattened curves.
 *
 * @param name of the spectrum
 * @param edge as {@code Fe K}, or {@code edge}
 */
record PicturedSpectrum(String name, String edge, NormalisedAbsorption spectrum) {

  Figure figure() {
    NormalisationParameters used = spectrum.parameters();
    double[] absorption = new double[spectrum.energy().length];
    for (int i = 0; i < absorption.length; i++) {
      absorption[i] = spectrum.normalised()[i] * used.edgeStep() + spectrum.preEdge()[i];
    }
    return new CurvePanels(
        name + ", " + edge,
        ScaledAxis.linear("Energy (eV)", spectrum.energy()),
        List.of(
            Panel.of(
                "",
                "Absorption",
                List.of(
                    new Curve("measured", absorption, Look.LINE),
                    new Curve(
                        words("line below the edge, %.0f to %.0f eV", used.pre1(), used.pre2()),
                        spectrum.preEdge(),
                        Look.LINE),
                    new Curve(
                        words(
                            "polynomial above it, degree %d, edge step %.4g",
                            used.degree(), used.edgeStep()),
                        spectrum.postEdge(),
                        Look.LINE))),
            Panel.of(
                "",
                "Normalised",
                List.of(
                    new Curve("normalised", spectrum.normalised(), Look.LINE),
                    new Curve("flattened", spectrum.flattened(), Look.LINE)))),
        new Span(
            words(
                "%.0f to %.0f eV above; line: e0 = %.2f eV", used.norm1(), used.norm2(), used.e0()),
            used.e0() + used.norm1(),
            used.e0() + used.norm2(),
            used.e0()));
  }

  /** What it was normalised with, for a table. */
  List<String> row() {
    NormalisationParameters used = spectrum.parameters();
    return List.of(
        name,
        edge,
        words("%.4f", used.e0()),
        words("%.6g", used.edgeStep()),
        words("%.2f", used.pre1()),
        words("%.2f", used.pre2()),
        words("%.2f", used.norm1()),
        words("%.2f", used.norm2()),
        Integer.toString(used.degree()),
        Integer.toString(used.victoreen()));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
