package org.debye.jobs.study.absorption;

import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.jspecify.annotations.Nullable;

/** Keys of {@code xanes}: the study of local environments from absorption spectra. */
public record AbsorptionStudyConfig(
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
            meaning = "Where the pre-edge region of each element ends, as Fe=7118.",
            unit = "eV",
            byDefault = "[]")
        List<CutOff> preEdge,
    @Key(
            meaning =
                "Networks of Carbone et al. 2019, mlp and cnn: taught by the spectra as they are;"
                    + " -shifted and -noised, by moved or noisy copies too; -pre-edge, by no more"
                    + " than the pre-edge region, with moved copies. A rival: minirocket-ridge.",
            byDefault =
                "[mlp, mlp-shifted, mlp-noised, mlp-pre-edge, cnn, cnn-shifted, cnn-noised,"
                    + " cnn-pre-edge]")
        List<AbsorptionModel> models,
    @Key(
            meaning =
                "Parts of the spectra of an element, alike in their classes; each is tested once by"
                    + " what the others teach.",
            unit = "folds",
            byDefault = "10")
        int folds,
    @Key(
            meaning = "By which copies of the training spectra are moved.",
            unit = "eV",
            byDefault = "[-2, -1, 1, 2]")
        List<Double> shifts,
    @Key(
            meaning = "Standard deviation of the noise of copies, in edge steps.",
            unit = "1",
            byDefault = "0.03")
        double noise,
    @Key(meaning = "Copies with noise of each training spectrum.", unit = "copies", byDefault = "4")
        int noisyCopies,
    @Key(
            meaning = "By which test spectra are moved.",
            unit = "eV",
            byDefault = "[-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3]")
        List<Double> testShifts,
    @Key(
            meaning = "Standard deviations of the noise that test spectra get, in edge steps.",
            unit = "1",
            byDefault = "[0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1]")
        List<Double> testNoise,
    @Key(meaning = "Of a training.", unit = "epochs", byDefault = "50") int epochs,
    @Key(meaning = "Of a step.", unit = "spectra", byDefault = "32") int batch,
    @Key(meaning = "Learning rate, of Adam.", unit = "1", byDefault = "0.001") double rate,
    @Key(
            meaning = "Share of the numbers of a hidden layer that a step leaves out.",
            unit = "1",
            byDefault = "0.3")
        double dropout) {

  public AbsorptionStudyConfig {
    elements = List.copyOf(elements);
    models = List.copyOf(models);
    InvalidValue.unlessDistinct(elements, "elements", "Name some of Ti to Cu.");
    InvalidValue.unlessDistinct(classes, "classes", "Write classes: [T4, S5, O6].");
    InvalidValue.unlessDistinct(models, "models", "Write models: [mlp-shifted, cnn-shifted].");
    InvalidValue.unless(classes.size() > 1, "classes", "one class is none", "Name two or more.");
    for (String element : elements) {
      InvalidValue.unless(
          AbsorptionEdge.of(element, "K").isPresent(),
          "elements",
          "'" + element + "' has no K edge that is known",
          "Write its symbol, such as Fe.");
      InvalidValue.unless(
          preEdge.stream().filter(one -> one.element().equals(element)).count() == 1,
          "preEdge",
          element + " has not one cut-off",
          "Write pre-edge: [" + element + "=ENERGY], in eV, as conf/sweep-xanes.yaml does.");
    }
    InvalidValue.unless(folds >= 2, "folds", folds + " is below 2", "Write 10.");
    InvalidValue.unless(
        noise > 0 && Double.isFinite(noise), "noise", noise + " is not above 0", "Write 0.03.");
    InvalidValue.unless(noisyCopies >= 1, "noisyCopies", noisyCopies + " is below 1", "Write 4.");
    finite(shifts, "shifts");
    finite(testShifts, "testShifts");
    finite(testNoise, "testNoise");
    InvalidValue.unless(
        testNoise.stream().allMatch(one -> one >= 0),
        "testNoise",
        "one of " + testNoise + " is below 0",
        "Write standard deviations.");
    InvalidValue.unless(epochs >= 1, "epochs", epochs + " is below 1", "Write 50.");
    InvalidValue.unless(batch >= 1, "batch", batch + " is below 1", "Write 32.");
    InvalidValue.unless(rate > 0, "rate", rate + " is not above 0", "Write 0.001.");
    InvalidValue.unless(
        dropout >= 0 && dropout < 1,
        "dropout",
        dropout + " is not at least 0 and below 1",
        "Write 0.3.");
  }

  private static void finite(List<Double> values, String component) {
    InvalidValue.unless(
        !values.isEmpty() && values.stream().allMatch(Double::isFinite),
        component,
        values + " are not numbers",
        "Write one or more.");
    InvalidValue.unless(
        new HashSet<>(values).size() == values.size(),
        component,
        "one is named twice",
        "Name each once.");
  }

  /** What it asks of spectra, which are moved by the largest of all shifts. */
  ElementNeeds needs() {
    double largest =
        DoubleStream.concat(
                shifts.stream().mapToDouble(Math::abs), testShifts.stream().mapToDouble(Math::abs))
            .max()
            .orElse(0);
    return new ElementNeeds(
        "xanes", origin, classes, folds, largest, "test-shifts", Integer.MAX_VALUE, preEdge);
  }
}
