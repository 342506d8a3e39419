package org.debye.jobs.study.absorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.learning.data.HeldSpectra;

/**
 * The spectra of a cell, one after another: those it learns from, then the test part, as it is and
 * then moved and with noise in each way.
 */
final class CellSpectra {
  private final SiteSpectra sites;
  private final AbsorptionModel model;
  private final int[] classes;
  private final HeldSpectra held;
  private final List<Integer> labels = new ArrayList<>();
  private int learnt;

  private CellSpectra(ElementTask task, SiteSpectra sites, AbsorptionModel model) {
    this.sites = sites;
    this.model = model;
    classes = task.sites().labels();
    held = new HeldSpectra(task.points(model.part()));
  }

  /**
   * Makes them.
   *
   * @param training numbers of sites
   * @param test numbers of sites
   */
  static CellSpectra of(
      ElementTask task,
      SiteSpectra sites,
      AbsorptionModel model,
      Recipe recipe,
      int[] training,
      int[] test) {
    CellSpectra spectra = new CellSpectra(task, sites, model);
    Arrays.stream(training).forEach(site -> spectra.learn(site, recipe));
    spectra.learnt = spectra.held.size();
    spectra.move(test, 0);
    recipe.testShifts().forEach(shift -> spectra.move(test, shift));
    for (int level = 0; level < recipe.testNoise().size(); level++) {
      double deviation = recipe.testNoise().get(level);
      for (int site : test) {
        spectra.add(site, sites.noisy(site, deviation, "test noise", level, model.part()));
      }
    }
    return spectra;
  }

  private void learn(int site, Recipe recipe) {
    add(site, sites.moved(site, 0, model.part()));
    switch (model.added()) {
      case NOTHING -> {}
      case SHIFTED ->
          recipe.shifts().forEach(shift -> add(site, sites.moved(site, shift, model.part())));
      case NOISED -> {
        for (int copy = 0; copy < recipe.noisyCopies(); copy++) {
          add(site, sites.noisy(site, recipe.noise(), "noisy copy", copy, model.part()));
        }
      }
    }
  }

  private void move(int[] test, double shift) {
    for (int site : test) {
      add(site, sites.moved(site, shift, model.part()));
    }
  }

  private void add(int site, float[] values) {
    held.add(values);
    labels.add(classes[site]);
  }

  HeldSpectra held() {
    return held;
  }

  /** Class of each. */
  int[] labels() {
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Numbers of those that are learnt from: the first ones. */
  int[] learnt() {
    return numbers(0, learnt);
  }

  /** Numbers of those that are tested. */
  int[] tested() {
    return numbers(learnt, held.size());
  }

  /** Intensities of some, row by row. */
  float[] intensities(int[] some) {
    float[] rows = new float[some.length * held.points()];
    for (int i = 0; i < some.length; i++) {
      held.read(some[i], rows, i * held.points());
    }
    return rows;
  }

  /** Some with their classes. */
  LabelledSpectra labelled(int[] some, List<String> names) {
    int[] all = labels();
    int[] own = Arrays.stream(some).map(i -> all[i]).toArray();
    return new LabelledSpectra(held.points(), intensities(some), new ClassLabels(names, own));
  }

  private static int[] numbers(int from, int to) {
    int[] numbers = new int[to - from];
    Arrays.setAll(numbers, i -> from + i);
    return numbers;
  }
}
