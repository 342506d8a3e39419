package org.debye.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.plane.SinglePlaneNormals;

/**
 * {@link SinglePlaneNormals} in the widest vectors of the machine. Lanes meet in sums of one order,
 * so the width does not change a bit.
 *
 * <p>HotSpot 17 puts vectors on the heap where it does not inline all that they pass, and what it
 * inlines into one loop is bounded: so no vector is handed from method to method, and the longer
 * loops stand in methods that are too long to be inlined into loops of others.
 */
public final class VectorSinglePlaneNormals implements SinglePlaneNormals {
  private static final VectorSpecies<Float> FLOATS = Widest.FLOATS;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final int WIDTH = FLOATS.length();
  private static final int EXPONENT_SHIFT = 23;
  private static final int BIAS = 127;

  private final float[] sum = new float[GROUP];

  /** For {@link java.util.ServiceLoader}. */
  public VectorSinglePlaneNormals() {}

  @Override
  public void bounds(float[] components, float y, float z, float s, float t, float[] bounds) {
    int to = 0;
    for (int at = 0; at < components.length; at += LENGTH) {
      for (int l = at; l < at + GROUP; l += WIDTH) {
        FloatVector c = FloatVector.fromArray(FLOATS, components, l);
        FloatVector a = FloatVector.fromArray(FLOATS, components, l + A);
        FloatVector b = FloatVector.fromArray(FLOATS, components, l + B);
        FloatVector g = FloatVector.fromArray(FLOATS, components, l + G);
        FloatVector h = FloatVector.fromArray(FLOATS, components, l + H);
        FloatVector d = FloatVector.fromArray(FLOATS, components, l + D);
        FloatVector e = a.mul(y).add(b);
        FloatVector f = h.mul(z).add(g.mul(y).add(d));
        FloatVector square = e.mul(e).add(f.mul(f)).mul(s);
        FloatVector norm = a.mul(a).add(g.mul(g)).add(h.mul(h)).mul(t);
        c.add(square).add(norm).intoArray(bounds, to);
        to += WIDTH;
      }
    }
  }

  @Override
  public float weigh(
      float[] components, int[] groups, int count, float y, float z, float floor, float[] weight) {
    weights(components, groups, count, y, z, floor, weight);
    return sum(weight, count * GROUP);
  }

  private static void weights(
      float[] components, int[] groups, int count, float y, float z, float floor, float[] weight) {
    FloatVector first = FloatVector.broadcast(FLOATS, y);
    FloatVector second = FloatVector.broadcast(FLOATS, z);
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        int l = groups[i] * LENGTH + lane;
        FloatVector c = FloatVector.fromArray(FLOATS, components, l).sub(floor);
        FloatVector a = FloatVector.fromArray(FLOATS, components, l + A);
        FloatVector b = FloatVector.fromArray(FLOATS, components, l + B);
        FloatVector g = FloatVector.fromArray(FLOATS, components, l + G);
        FloatVector h = FloatVector.fromArray(FLOATS, components, l + H);
        FloatVector d = FloatVector.fromArray(FLOATS, components, l + D);
        FloatVector e = a.fma(first, b);
        FloatVector f = h.fma(second, g.fma(first, d));
        FloatVector v = f.mul(-0.5f).fma(f, e.mul(-0.5f).fma(e, c));
        FloatVector x = v.add(LIMIT).abs().sub(v.sub(LIMIT).abs()).mul(0.5f);
        FloatVector rounded =
            x.fma(
                FloatVector.broadcast(FLOATS, INVERSE_LOG_TWO),
                FloatVector.broadcast(FLOATS, ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector high = n.fma(FloatVector.broadcast(FLOATS, -LOG_TWO_HIGH), x);
        FloatVector r = n.fma(FloatVector.broadcast(FLOATS, -LOG_TWO_LOW), high);
        FloatVector p =
            r.fma(FloatVector.broadcast(FLOATS, P6), FloatVector.broadcast(FLOATS, P5))
                .fma(r, FloatVector.broadcast(FLOATS, P4))
                .fma(r, FloatVector.broadcast(FLOATS, P3))
                .fma(r, FloatVector.broadcast(FLOATS, P2))
                .fma(r, FloatVector.broadcast(FLOATS, 1))
                .fma(r, FloatVector.broadcast(FLOATS, 1));
        IntVector exponent =
            rounded.reinterpretAsInts().sub(IntVector.broadcast(INTS, ROUNDER_BITS - BIAS));
        FloatVector power =
            exponent.lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
        power.mul(p).intoArray(weight, i * GROUP + lane);
      }
    }
  }

  /** By place within the group, then over places. */
  private float sum(float[] values, int length) {
    if (WIDTH == GROUP) {
      FloatVector sums = FloatVector.zero(FLOATS);
      for (int l = 0; l < length; l += WIDTH) {
        sums = sums.add(FloatVector.fromArray(FLOATS, values, l));
      }
      sums.intoArray(sum, 0);
    } else {
      Arrays.fill(sum, 0);
      for (int l = 0; l < length; l += WIDTH) {
        int at = l % GROUP;
        FloatVector.fromArray(FLOATS, sum, at)
            .add(FloatVector.fromArray(FLOATS, values, l))
            .intoArray(sum, at);
      }
    }
    for (int half = GROUP / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sum[i] += sum[i + half];
      }
    }
    return sum[0];
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
    FloatVector first = FloatVector.broadcast(FLOATS, y);
    FloatVector second = FloatVector.broadcast(FLOATS, z);
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        int l = groups[i] * LENGTH + lane;
        FloatVector a = FloatVector.fromArray(FLOATS, components, l + A);
        FloatVector b = FloatVector.fromArray(FLOATS, components, l + B);
        FloatVector g = FloatVector.fromArray(FLOATS, components, l + G);
        FloatVector h = FloatVector.fromArray(FLOATS, components, l + H);
        FloatVector d = FloatVector.fromArray(FLOATS, components, l + D);
        FloatVector e = a.fma(first, b);
        FloatVector f = h.fma(second, g.fma(first, d));
        FloatVector p = FloatVector.fromArray(FLOATS, weight, i * GROUP + lane).mul(share);
        FloatVector pe = p.mul(e);
        FloatVector pf = p.mul(f);
        FloatVector.fromArray(FLOATS, sums, l).add(p).intoArray(sums, l);
        FloatVector.fromArray(FLOATS, sums, l + GROUP).add(pe).intoArray(sums, l + GROUP);
        FloatVector.fromArray(FLOATS, sums, l + 2 * GROUP).add(pf).intoArray(sums, l + 2 * GROUP);
        pe.fma(e, FloatVector.fromArray(FLOATS, sums, l + 3 * GROUP))
            .intoArray(sums, l + 3 * GROUP);
        pf.fma(e, FloatVector.fromArray(FLOATS, sums, l + 4 * GROUP))
            .intoArray(sums, l + 4 * GROUP);
        pf.fma(f, FloatVector.fromArray(FLOATS, sums, l + 5 * GROUP))
            .intoArray(sums, l + 5 * GROUP);
      }
    }
  }
}
