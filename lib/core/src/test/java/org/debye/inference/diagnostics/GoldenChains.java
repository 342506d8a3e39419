package org.debye.inference.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The chains of test/golden/posterior_diagnostics.R, number for number. */
final class GoldenChains {
  private double state;

  private GoldenChains(double seed) {
    state = seed;
  }

  static Map<String, double[][]> cases() {
    Map<String, double[][]> cases = new LinkedHashMap<>();
    cases.put("independent", plain(11, 1000, 4));
    cases.put("correlated", autoregressive(12, 500, 4, 0.9));
    cases.put("slow", autoregressive(13, 1000, 4, 0.99));
    cases.put("crawling", autoregressive(14, 300, 3, 0.9999));
    cases.put("antithetic", autoregressive(15, 500, 4, -0.7));
    cases.put("alternating", autoregressive(16, 400, 2, -0.98));
    cases.put("one_stuck", stuck(plain(17, 200, 4), 1, 0.3));
    cases.put("one_stuck_far", stuck(plain(17, 200, 4), 1, 30));
    cases.put("all_but_one_stuck", stuck(stuck(stuck(plain(18, 200, 4), 0, 0.1), 1, 0.1), 2, 0.1));
    cases.put("one_shifted", with(plain(19, 200, 4), 2, map(plain(20, 200, 1), x -> x + 1)[0]));
    cases.put("one_wide", with(plain(21, 200, 4), 3, map(plain(22, 200, 1), x -> x * 3)[0]));
    cases.put("trend", trend());
    cases.put("constant", map(new double[4][100], x -> 0.3));
    cases.put("constants_apart", stuck(map(new double[4][100], x -> 0.3), 1, 0.5));
    cases.put("ties", map(plain(24, 300, 4), x -> Math.floor(x * 2)));
    cases.put("rare", map(plain(25, 300, 4), x -> x > 2 ? 1 : 0));
    cases.put("one_chain", autoregressive(26, 500, 1, 0.5));
    cases.put("odd", autoregressive(27, 251, 2, 0.5));
    cases.put("heavy_tails", heavy());
    cases.put("long", autoregressive(29, 5000, 2, 0.5));
    cases.put("far_from_zero", map(plain(30, 200, 4), x -> x + 1000));
    cases.put("tiny", map(plain(31, 200, 4), x -> x / 1e12));
    cases.put("below_tolerance", map(plain(32, 200, 4), x -> x / 1e20));
    double[][] missing = plain(33, 100, 2);
    missing[0][2] = Double.NaN;
    cases.put("missing", missing);
    int[][] shapes = {
      {41, 1, 4},
      {44, 4, 4},
      {45, 5, 4},
      {46, 6, 4},
      {47, 7, 4},
      {48, 8, 4},
      {49, 9, 1},
      {50, 10, 2},
      {51, 11, 3},
      {52, 12, 4},
      {53, 13, 1},
      {54, 14, 2},
      {55, 16, 1}
    };
    for (int[] shape : shapes) {
      cases.put("short" + shape[1], plain(shape[0], shape[1], shape[2]));
    }
    return cases;
  }

  static double[][] plain(int seed, int draws, int chains) {
    return autoregressive(seed, draws, chains, 0);
  }

  static double[][] autoregressive(int seed, int draws, int chains, double phi) {
    GoldenChains random = new GoldenChains(seed);
    double[][] x = new double[chains][draws];
    for (double[] chain : x) {
      double last = random.noise();
      for (int i = 0; i < draws; i++) {
        last = phi * last + random.noise();
        chain[i] = last;
      }
    }
    return x;
  }

  private static double[][] heavy() {
    GoldenChains random = new GoldenChains(28);
    double[][] x = new double[4][500];
    for (double[] chain : x) {
      for (int i = 0; i < chain.length; i++) {
        double a = random.noise();
        chain[i] = a / random.noise();
      }
    }
    return x;
  }

  private static double[][] trend() {
    double[][] x = plain(23, 200, 4);
    for (double[] chain : x) {
      for (int i = 0; i < chain.length; i++) {
        chain[i] += (i + 1) / 64.0;
      }
    }
    return x;
  }

  private static double[][] stuck(double[][] x, int chain, double at) {
    return with(x, chain, map(new double[][] {x[chain]}, v -> at)[0]);
  }

  private static double[][] with(double[][] x, int chain, double[] values) {
    x[chain] = values;
    return x;
  }

  static double[][] map(double[][] x, DoubleUnaryOperator function) {
    return Chains.of(x).map(function).values();
  }

  private double noise() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      state = state * 16807 % 2147483647;
      sum += state / 2147483647;
    }
    return sum - 6;
  }
}
