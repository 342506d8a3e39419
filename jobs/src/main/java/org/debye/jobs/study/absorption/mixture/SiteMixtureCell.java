package org.debye.jobs.study.absorption.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.debye.jobs.study.absorption.ElementTask;
import org.debye.jobs.study.absorption.SiteSpectra;
import org.debye.learning.Libtorch;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.fraction.FractionAnswers;
import org.debye.learning.fraction.FractionTeaching;
import org.debye.learning.fraction.IntervalLevels;
import org.debye.numeric.RandomStreams;
import org.debye.provenance.Digest;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.SweepCell;

/**
 * One model of one element and fold: it learns from mixtures of the training sites, its intervals
 * are calibrated on mixtures of sites that were set aside, and mixtures of the fold's own sites
 * test it. Rivals learn from the training sites, and answer for the same mixtures.
 *
 * @param fold from 0
 * @param folds how many there are
 * @param training numbers of the sites that are learnt from
 * @param calibrating numbers of those set aside
 * @param test numbers of those of the fold
 * @param asked measured spectra of the element
 * @param seed of the study
 */
record SiteMixtureCell(
    ElementTask task,
    FractionModel model,
    MixtureRecipe recipe,
    int fold,
    int folds,
    int[] training,
    int[] calibrating,
    int[] test,
    List<AskedSpectrum> asked,
    long seed)
    implements SweepCell {
  private static final long serialVersionUID = 1L;
  private static final double SECONDS_A_STEP = 4e-4;

  @Override
  public String id() {
    return String.format(Locale.ROOT, "%s/%s/fold-%02d", task.element(), model.key(), fold + 1);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(recipe.parameters());
    parameters.put("element", task.element());
    parameters.put("model", model.key());
    parameters.put("fold", fold + 1 + " of " + folds);
    parameters.put("seed", Long.toString(seed));
    parameters.put("classes", task.classes().toString());
    parameters.put("window", task.window().grid().toString());
    parameters.put("contents", task.contents());
    parameters.put("calibrated", task.digest(calibrating));
    parameters.put("tested", task.digest(test));
    Digest digest = new Digest();
    for (AskedSpectrum one : asked) {
      digest.add(one.name()).add(Arrays.toString(one.values()));
    }
    parameters.put("asked", asked.size() + ", " + digest.hex());
    return parameters;
  }

  @Override
  public double cost() {
    // the model and its rival
    return 0.5 + 2 * recipe.steps() * SECONDS_A_STEP * model.effort();
  }

  @Override
  public String kind() {
    return "mixtures of sites, " + model.key() + " 1";
  }

  @Override
  public CellOutcome run() {
    // As many cells as cores run beside one another.
    Libtorch.load(1);
    SiteSpectra spectra = task.read(seed);
    DrawnMixtures learnt = drawn(spectra, training, recipe.learnt(), recipe.mostSites(), "learnt");
    DrawnMixtures aside =
        drawn(spectra, calibrating, recipe.calibrating(), recipe.mostSites(), "calibrating");
    DrawnMixtures tested = drawn(spectra, test, recipe.tested(), recipe.mostSites(), "tested");
    DrawnMixtures pure = drawn(spectra, training, recipe.learnt(), 1, "pure");
    HeldSpectra measured = DrawnMixtures.seen(asked, task.window().grid().points());
    List<FractionAnswers> answers =
        taught(recipe.levels(), learnt, List.of(aside.seen(), tested.seen(), measured));
    List<FractionAnswers> pureAnswers =
        taught(IntervalLevels.none(), pure, List.of(tested.seen(), measured));
    CalibratedFractions calibrated =
        CalibratedFractions.of(recipe.each(), answers.get(0), aside.truth());
    MixtureScores scores = new MixtureScores(task.classes(), recipe.each());
    scores.tested(tested, calibrated.of(answers.get(1)));
    scores.asked(calibrated.of(answers.get(2)));
    ClassMeans means = ClassMeans.of(task, spectra, training, recipe.shift());
    scores.rival(MixtureRival.PURE, pureAnswers.get(0).fractions(), pureAnswers.get(1).fractions());
    scores.rival(
        MixtureRival.CLASS_MEANS,
        means.fractions(tested.edgeSteps()),
        means.fractions(asked.stream().map(AskedSpectrum::values).toList()));
    scores.rival(
        MixtureRival.MEAN_FRACTION,
        everywhere(learnt.truth(), recipe.tested()),
        everywhere(learnt.truth(), asked.size()));
    return new CellOutcome.Done(scores.values());
  }

  /** Draws of a part are those of both models. */
  private DrawnMixtures drawn(SiteSpectra spectra, int[] some, int count, int most, String part) {
    RandomStreams streams =
        RandomStreams.of(seed).under(task.element()).under("mixtures").under(part).under(fold);
    return DrawnMixtures.of(task, spectra, recipe, some, count, most, streams);
  }

  private List<FractionAnswers> taught(
      IntervalLevels levels, DrawnMixtures learnt, List<HeldSpectra> asked) {
    long own =
        RandomStreams.of(seed).under(task.element()).at("mixtures " + model.key(), fold).nextLong();
    FractionTeaching teaching =
        new FractionTeaching(recipe.training(own), model.architecture(), recipe.dropout(), levels);
    return teaching.answers(learnt.seen(), learnt.targets(task.classes().size()), asked);
  }

  /** The mean fraction of each class, for each of some spectra. */
  private double[] everywhere(double[] truth, int count) {
    int classes = task.classes().size();
    double[] mean = new double[classes];
    for (int i = 0; i < truth.length; i++) {
      mean[i % classes] += truth[i] * classes / truth.length;
    }
    double[] all = new double[count * classes];
    Arrays.setAll(all, i -> mean[i % classes]);
    return all;
  }
}
