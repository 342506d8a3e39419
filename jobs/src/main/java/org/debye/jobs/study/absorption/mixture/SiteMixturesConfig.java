package org.debye.jobs.study.absorption.mixture;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.study.absorption.ElementNeeds;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.EnergyGrid;
import org.jspecify.annotations.Nullable;

/** Keys of {@code xanes-mixtures}: the study of fractions of local environments. */
public record SiteMixturesConfig(
    @Key(
            meaning =
                "Symbols of the absorbing elements; each has its spectra in the dataset of that"
                    + " name, as simulate with recipe=xanes writes them.",
            byDefault = "[Ti, V, Cr, Mn, Fe, Co, Ni, Cu]")
        List<String> elements,
    @Key(
            meaning =
                "Who says what is true: import, or simulation:VERSION; needed where there are"
                    + " several.")
        @Nullable String origin,
    @Key(meaning = "Classes, as the labels call them.", byDefault = "[T4, S5, O6]")
        List<String> classes,
    @Key(
            meaning = "Networks of Carbone et al. 2019, with a head for fractions and quantiles.",
            byDefault = "[mlp, cnn]")
        List<FractionModel> models,
    @Key(
            meaning =
                "Parts of the sites of an element, alike in their classes; mixtures of each test"
                    + " once what mixtures of others teach.",
            unit = "folds",
            byDefault = "10")
        int folds,
    @Key(
            meaning =
                "Share of a fold's training sites that calibrates intervals and is not learnt.",
            unit = "1",
            byDefault = "0.2")
        double calibrating,
    @Key(meaning = "Sites of a mixture, at most.", unit = "sites", byDefault = "8") int mostSites,
    @Key(meaning = "That a model learns from.", unit = "mixtures", byDefault = "12000")
        int mixtures,
    @Key(meaning = "That intervals are calibrated on.", unit = "mixtures", byDefault = "2000")
        int calibrationMixtures,
    @Key(meaning = "That test each fold.", unit = "mixtures", byDefault = "500") int testMixtures,
    @Key(
            meaning = "By which a mixture is moved at most, to either side; evenly distributed.",
            unit = "eV",
            byDefault = "2")
        double shift,
    @Key(
            meaning = "Standard deviation of the noise of mixtures, in edge steps; 0 for none.",
            unit = "1",
            byDefault = "0")
        double noise,
    @Key(meaning = "Levels of the intervals.", unit = "1", byDefault = "[0.5, 0.8, 0.9]")
        List<Double> levels,
    @Key(
            meaning =
                "Names of measured datasets of the catalogue that are asked about, with * and ?; on"
                    + " the standard grid, aligned.",
            byDefault = "[]")
        List<String> asked,
    @Key(
            place = Key.Place.ANY,
            meaning = "CSV of fractions that chemistry fixes: dataset, a column a class, reason.")
        @Nullable String known,
    @Key(meaning = "Of a training.", unit = "epochs", byDefault = "20") int epochs,
    @Key(meaning = "Of a step.", unit = "spectra", byDefault = "64") int batch,
    @Key(meaning = "Learning rate, of Adam.", unit = "1", byDefault = "0.002") double rate,
    @Key(
            meaning = "Share of the numbers of a hidden layer that a step leaves out.",
            unit = "1",
            byDefault = "0.05")
        double dropout) {

  public SiteMixturesConfig {
    elements = List.copyOf(elements);
    models = List.copyOf(models);
    asked = List.copyOf(asked);
    InvalidValue.unlessDistinct(elements, "elements", "Name some of Ti to Cu.");
    InvalidValue.unlessDistinct(classes, "classes", "Write classes: [T4, S5, O6].");
    InvalidValue.unlessDistinct(models, "models", "Write models: [cnn].");
    InvalidValue.unlessDistinct(levels, "levels", "Write levels: [0.5, 0.8, 0.9].");
    InvalidValue.unless(
        classes.size() > 1 && classes.size() <= 8,
        "classes",
        classes.size() + " are not two to eight",
        "Write classes: [T4, S5, O6].");
    for (String element : elements) {
      InvalidValue.unless(
          AbsorptionEdge.of(element, "K").isPresent(),
          "elements",
          "'" + element + "' has no K edge that is known",
          "Write its symbol, such as Fe.");
    }
    atLeast(2, folds, "folds", 10);
    atLeast(classes.size(), mostSites, "mostSites", 8);
    atLeast(1, mixtures, "mixtures", 12_000);
    atLeast(1, calibrationMixtures, "calibrationMixtures", 2000);
    atLeast(1, testMixtures, "testMixtures", 500);
    atLeast(1, epochs, "epochs", 20);
    atLeast(1, batch, "batch", 64);
    within(calibrating > 0 && calibrating < 1, "calibrating", calibrating, "0.2");
    within(levels.stream().allMatch(one -> one > 0 && one < 1), "levels", levels, "[0.8, 0.9]");
    within(shift >= 0 && Double.isFinite(shift), "shift", shift, "2");
    within(noise >= 0 && Double.isFinite(noise), "noise", noise, "0.01");
    within(rate > 0 && Double.isFinite(rate), "rate", rate, "0.002");
    within(dropout >= 0 && dropout < 1, "dropout", dropout, "0.05");
  }

  private static void atLeast(int least, int value, String component, int usual) {
    InvalidValue.unless(
        value >= least, component, value + " is below " + least, "Write " + usual + ".");
  }

  private static void within(boolean holds, String component, Object value, String usual) {
    InvalidValue.unless(holds, component, value + " is out of range", "Write " + usual + ".");
  }

  /** What it asks of spectra: no more than the standard grid, which measured ones have too. */
  ElementNeeds needs() {
    return new ElementNeeds(
        "xanes-mixtures",
        origin,
        classes,
        folds,
        shift,
        "shift",
        EnergyGrid.STANDARD_POINTS,
        List.of());
  }

  /** The highest level. */
  double highest() {
    return levels.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
