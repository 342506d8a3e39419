package org.debye.learning.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.learning.checkpoint.ElementType;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;

/** Weights and buffers of a network, by torch's names. */
public final class NetworkArrays {
  private NetworkArrays() {}

  /** A copy of all of them, in their precision. */
  public static StateDict of(WeightBlock block) {
    ElementType type = type(block.placement().precision());
    List<NamedArray> arrays = new ArrayList<>();
    for (Weight weight : block.weights()) {
      ByteBuffer bytes = Numbers.bytes(weight.tensor());
      arrays.add(NamedArray.of(weight.name(), type, weight.shape(), bytes));
    }
    return StateDict.of(arrays);
  }

  /**
   * Puts them where they belong, to the last bit where the precision is the same.
   *
   * @param where the model, for messages
   * @throws org.debye.failure.InputException where they are of another network
   */
  public static void restore(StateDict arrays, WeightBlock block, String where) {
    restore(arrays, block.weights(), block.placement().precision(), where);
  }

  /**
   * Puts those whose names begin so where they belong; others are neither read nor written.
   *
   * @param prefix of names, as {@code encoder.}
   * @param where the model that the arrays are of, for messages
   * @throws org.debye.failure.InputException where they are of another network
   */
  public static void restorePart(StateDict arrays, String prefix, WeightBlock block, String where) {
    List<NamedArray> part =
        arrays.arrays().stream().filter(array -> array.name().startsWith(prefix)).toList();
    List<Weight> weights =
        block.weights().stream().filter(weight -> weight.name().startsWith(prefix)).toList();
    restore(StateDict.of(part), weights, block.placement().precision(), where);
  }

  private static void restore(
      StateDict arrays, List<Weight> weights, Precision precision, String where) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    weights.forEach(weight -> shapes.put(weight.name(), weight.shape()));
    arrays.requireShapes(shapes, where);
    ElementType own = type(precision);
    for (Weight weight : weights) {
      NamedArray array = arrays.array(weight.name());
      if (array.type() == own) {
        Numbers.put(bytes(array), weight.tensor());
      } else {
        Numbers.put(array.doubles(), weight.tensor());
      }
    }
  }

  /** All bytes in one buffer. */
  static ByteBuffer bytes(NamedArray array) {
    ByteBuffer all =
        ByteBuffer.allocate(Math.toIntExact(array.byteSize())).order(ByteOrder.LITTLE_ENDIAN);
    array.pages().forEach(all::put);
    return all.flip();
  }

  static ElementType type(Precision precision) {
    return switch (precision) {
      case FLOAT32, BFLOAT16_AUTOCAST -> ElementType.F32;
      case FLOAT64 -> ElementType.F64;
    };
  }
}
