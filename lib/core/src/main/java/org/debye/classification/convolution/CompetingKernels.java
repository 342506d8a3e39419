package org.debye.classification.convolution;

import java.util.Arrays;

/**
 * Counts of Hydra's competitions. In the features, for each dilation and for spectrum and
 * differences, come the winners' sums of all kernels of all groups, then how often each is lowest.
 * Of equal kernels the first wins.
 */
final class CompetingKernels implements SpectrumTransform.Extraction {
  private static final int HALF = Hydra.LENGTH / 2;

  private final HydraTransform hydra;
  private final int margin;
  private final float[] spectrum;
  private final float[] differences;
  private final float[][] convolved;

  CompetingKernels(HydraTransform hydra) {
    this.hydra = hydra;
    margin = HALF << (hydra.dilations() - 1);
    spectrum = new float[hydra.points() + 2 * margin];
    differences = new float[hydra.points() - 1 + 2 * margin];
    convolved = new float[hydra.kernels()][hydra.points()];
  }

  @Override
  public void extract(float[] spectra, int at, float[] features, int to) {
    int points = hydra.points();
    System.arraycopy(spectra, at, spectrum, margin, points);
    for (int i = 0; i < points - 1; i++) {
      differences[margin + i] = spectrum[margin + i + 1] - spectrum[margin + i];
    }
    Arrays.fill(features, to, to + hydra.features(), 0);
    int block = hydra.groups() / 2 * hydra.kernels();
    int kernel = 0;
    for (int d = 0; d < hydra.dilations(); d++) {
      competitions(spectrum, points, 1 << d, kernel, features, to);
      competitions(differences, points - 1, 1 << d, kernel + block, features, to + 2 * block);
      kernel += 2 * block;
      to += 4 * block;
    }
  }

  private void competitions(
      float[] padded, int length, int dilation, int first, float[] features, int to) {
    int k = hydra.kernels();
    int groups = hydra.groups() / 2;
    for (int group = 0; group < groups; group++) {
      for (int kernel = 0; kernel < k; kernel++) {
        int weights = (first + group * k + kernel) * Hydra.LENGTH;
        convolve(padded, margin, length, dilation, weights, convolved[kernel]);
      }
      count(length, features, to + group * k, to + (groups + group) * k);
    }
  }

  private void convolve(
      float[] padded, int margin, int length, int dilation, int weights, float[] out) {
    float[] w = hydra.weights();
    float w0 = w[weights];
    float w1 = w[weights + 1];
    float w2 = w[weights + 2];
    float w3 = w[weights + 3];
    float w4 = w[weights + 4];
    float w5 = w[weights + 5];
    float w6 = w[weights + 6];
    float w7 = w[weights + 7];
    float w8 = w[weights + 8];
    int a = margin - HALF * dilation;
    int b = a + dilation;
    int c = b + dilation;
    int d = c + dilation;
    for (int i = 0; i < length; i++) {
      out[i] = w0 * padded[a + i] + w1 * padded[b + i] + w2 * padded[c + i] + w3 * padded[d + i];
    }
    int e = margin;
    int f = e + dilation;
    int g = f + dilation;
    int h = g + dilation;
    int j = h + dilation;
    for (int i = 0; i < length; i++) {
      out[i] +=
          w4 * padded[e + i]
              + w5 * padded[f + i]
              + w6 * padded[g + i]
              + w7 * padded[h + i]
              + w8 * padded[j + i];
    }
  }

  private void count(int length, float[] features, int soft, int hard) {
    for (int i = 0; i < length; i++) {
      float most = convolved[0][i];
      float least = most;
      int winner = 0;
      int loser = 0;
      for (int kernel = 1; kernel < convolved.length; kernel++) {
        float value = convolved[kernel][i];
        winner = value > most ? kernel : winner;
        loser = value < least ? kernel : loser;
        most = Math.max(most, value);
        least = Math.min(least, value);
      }
      features[soft + winner] += most;
      features[hard + loser]++;
    }
  }
}
