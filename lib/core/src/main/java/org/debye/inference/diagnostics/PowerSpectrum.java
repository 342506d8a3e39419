package org.debye.inference.diagnostics;

import java.util.Arrays;

/** Autocovariances of long chains by the fast Fourier transform, radix 2, two chains at a time. */
final class PowerSpectrum {
  private final int size;
  private final double[] cosine;
  private final double[] sine;
  private final double[] real;
  private final double[] imaginary;
  private final double[] power;

  /**
   * A workspace.
   *
   * @param length draws of a chain
   */
  PowerSpectrum(int length) {
    size = Math.max(2, Integer.highestOneBit(2 * length - 1) * 2);
    cosine = new double[size / 2];
    sine = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosine[i] = StrictMath.cos(-2 * Math.PI * i / size);
      sine[i] = StrictMath.sin(-2 * Math.PI * i / size);
    }
    real = new double[size];
    imaginary = new double[size];
    power = new double[size];
  }

  /**
   * Sum over chains of sum_i x_i x_{i+t}, for every lag t below the length.
   *
   * @param centred chain by draw
   */
  double[] laggedProducts(double[][] centred) {
    int length = centred[0].length;
    for (int c = 0; c < centred.length; c += 2) {
      Arrays.fill(real, 0);
      Arrays.fill(imaginary, 0);
      System.arraycopy(centred[c], 0, real, 0, length);
      if (c + 1 < centred.length) {
        System.arraycopy(centred[c + 1], 0, imaginary, 0, length);
      }
      transform();
      for (int k = 0; k < size; k++) {
        power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
      }
    }
    for (int k = 0; k < size; k++) { // the even part belongs to the sum of both chains
      real[k] = (power[k] + power[(size - k) & (size - 1)]) / 2;
      imaginary[k] = 0;
    }
    transform();
    double[] products = new double[length];
    for (int t = 0; t < length; t++) {
      products[t] = real[t] / size;
    }
    return products;
  }

  private void transform() {
    reverseBits();
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int block = 0; block < size; block += 2 * half) {
        for (int j = 0; j < half; j++) {
          butterfly(block + j, block + j + half, cosine[j * stride], sine[j * stride]);
        }
      }
    }
  }

  private void butterfly(int a, int b, double c, double s) {
    double re = real[b] * c - imaginary[b] * s;
    double im = real[b] * s + imaginary[b] * c;
    real[b] = real[a] - re;
    imaginary[b] = imaginary[a] - im;
    real[a] += re;
    imaginary[a] += im;
  }

  private void reverseBits() {
    int shift = 32 - Integer.numberOfTrailingZeros(size);
    for (int i = 1; i < size; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double re = real[i];
        real[i] = real[j];
        real[j] = re;
        double im = imaginary[i];
        imaginary[i] = imaginary[j];
        imaginary[j] = im;
      }
    }
  }
}
