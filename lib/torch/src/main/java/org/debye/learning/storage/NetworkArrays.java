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
    Map<String, long[]> shapes = new LinkedHashMap<>();
    block.weights().forEach(weight -> shapes.put(weight.name(), weight.shape()));
    arrays.requireShapes(shapes, where);
    ElementType own = type(block.placement().precision());
    for (Weight weight : block.weights()) {
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
