package org.debye.learning.weight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.ElementType;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;

/** A block's weights and buffers as the arrays of a checkpoint, under their names, and back. */
public final class WeightArrays {
  private WeightArrays() {}

  /** A copy of all, in the block's precision. */
  public static StateDict of(WeightBlock block) {
    ElementType type =
        block.placement().precision() == Precision.FLOAT64 ? ElementType.F64 : ElementType.F32;
    List<NamedArray> arrays = new ArrayList<>();
    for (Weight weight : block.weights()) {
      arrays.add(
          NamedArray.of(weight.name(), type, weight.shape(), Numbers.bytes(weight.tensor())));
    }
    return StateDict.of(arrays);
  }

  /**
   * Overwrites all of a block.
   *
   * @param where the arrays come from, for messages
   * @throws InputException where names or shapes are those of another model
   */
  public static void put(StateDict arrays, WeightBlock block, String where) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    block.weights().forEach(weight -> shapes.put(weight.name(), weight.shape()));
    arrays.requireShapes(shapes, where);
    for (Weight weight : block.weights()) {
      Numbers.put(arrays.array(weight.name()).doubles(), weight.tensor());
    }
  }
}
