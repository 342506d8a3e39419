package org.debye.numeric.plane;

import java.util.Arrays;

/** {@link SinglePlaneNormals} in plain loops. */
final class PlainSinglePlaneNormals implements SinglePlaneNormals {
  private final float[] sum = new float[GROUP];

  @Override
  public void bounds(float[] components, float y, float z, float s, float t, float[] bounds) {
    for (int at = 0; at < components.length; at += LENGTH) {
      for (int i = 0; i < GROUP; i++) {
        bounds[at / LENGTH * GROUP + i] = bound(components, at + i, y, z, s, t);
      }
    }
  }

  private static float bound(float[] c, int l, float y, float z, float s, float t) {
    float a = c[l + A];
    float g = c[l + G];
    float h = c[l + H];
    float e = a * y + c[l + B];
    float f = h * z + (g * y + c[l + D]);
    return c[l] + (e * e + f * f) * s + (a * a + g * g + h * h) * t;
  }

  private static float e(float[] c, int l, float y) {
    return Math.fma(y, c[l + A], c[l + B]);
  }

  private static float f(float[] c, int l, float y, float z) {
    return Math.fma(z, c[l + H], Math.fma(y, c[l + G], c[l + D]));
  }

  @Override
  public float weigh(
      float[] components, int[] groups, int count, float y, float z, float floor, float[] weight) {
    Arrays.fill(sum, 0);
    for (int group = 0; group < count; group++) {
      int first = groups[group] * LENGTH;
      for (int i = 0; i < GROUP; i++) {
        float w = exp(exponent(components, first + i, y, z, floor));
        weight[group * GROUP + i] = w;
        sum[i] += w;
      }
    }
    for (int half = GROUP / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sum[i] += sum[i + half];
      }
    }
    return sum[0];
  }

  /** Held to the limit. */
  private static float exponent(float[] c, int l, float y, float z, float floor) {
    float e = e(c, l, y);
    float f = f(c, l, y, z);
    float v = Math.fma(-0.5f * f, f, Math.fma(-0.5f * e, e, c[l] - floor));
    return (Math.abs(v + LIMIT) - Math.abs(v - LIMIT)) * 0.5f;
  }

  private static float exp(float x) {
    float rounded = Math.fma(x, INVERSE_LOG_TWO, ROUNDER);
    float n = rounded - ROUNDER;
    float r = Math.fma(n, -LOG_TWO_LOW, Math.fma(n, -LOG_TWO_HIGH, x));
    float q = Math.fma(r, Math.fma(r, Math.fma(r, Math.fma(r, P6, P5), P4), P3), P2);
    float p = Math.fma(r, Math.fma(r, q, 1), 1);
    int exponent = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
    return Float.intBitsToFloat((exponent + 127) << 23) * p;
  }

  @Override
  public void add(
      float[] components,
      int[] groups,
      int count,
      float y,
      float z,
      float share,
      float[] weight,
      float[] sums) {
    for (int group = 0; group < count; group++) {
      add(components, groups[group] * LENGTH, y, z, share, weight, group * GROUP, sums);
    }
  }

  private static void add(
      float[] c, int group, float y, float z, float share, float[] weight, int at, float[] sums) {
    for (int i = 0; i < GROUP; i++) {
      int l = group + i;
      float e = e(c, l, y);
      float f = f(c, l, y, z);
      float p = share * weight[at + i];
      float pe = p * e;
      float pf = p * f;
      sums[l] += p;
      sums[l + GROUP] += pe;
      sums[l + 2 * GROUP] += pf;
      sums[l + 3 * GROUP] = Math.fma(pe, e, sums[l + 3 * GROUP]);
      sums[l + 4 * GROUP] = Math.fma(pf, e, sums[l + 4 * GROUP]);
      sums[l + 5 * GROUP] = Math.fma(pf, f, sums[l + 5 * GROUP]);
    }
  }
}
