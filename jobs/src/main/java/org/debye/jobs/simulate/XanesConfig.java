package org.debye.jobs.simulate;

import java.util.HashSet;
import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;

/** Keys of {@code xanes}, the recipe of absorption spectra. */
public record XanesConfig(
    @Key(
            meaning = "Absorbing elements, each a dataset.",
            byDefault = "[ti, v, cr, mn, fe, co, ni, cu]")
        List<XanesElement> elements,
    @Key(
            meaning =
                "Share of the sites that Table I of Carbone et al. 2019 has of each element and"
                    + " class.",
            unit = "1",
            byDefault = "1")
        double share,
    @Key(
            meaning =
                "Beyond both ends of the standard grid of 100 points, so that a study can move"
                    + " spectra along the energy: 3 for that of Carbone et al.",
            unit = "eV",
            byDefault = "0")
        double margin,
    @Key(
            meaning = "Version of the physics; a run with another one is refused.",
            byDefault = "xanes-1")
        String physics) {
  private static final double MOST = 100;

  public XanesConfig {
    InvalidValue.unless(
        !elements.isEmpty(), "elements", "no element is named", "Name some of Ti to Cu.");
    InvalidValue.unless(
        new HashSet<>(elements).size() == elements.size(),
        "elements",
        "an element is named twice",
        "Name each once.");
    InvalidValue.unless(
        share > 0 && share <= 1, "share", share + " is not above 0 and up to 1", "Write 1.");
    InvalidValue.unless(
        margin >= 0 && margin <= MOST,
        "margin",
        margin + " is not from 0 to " + MOST,
        "Write 0, or 3 for sweep with study=xanes.");
    InvalidValue.unless(
        physics.equals(SimulatedXanes.VERSION),
        "physics",
        physics + " is not the physics of this Debye, which is " + SimulatedXanes.VERSION,
        "Use the Debye that made " + physics + ", or write " + SimulatedXanes.VERSION + ".");
  }
}
