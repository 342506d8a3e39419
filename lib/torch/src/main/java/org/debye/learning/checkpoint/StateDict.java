package org.debye.learning.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Arrays by name, as torch's {@code state_dict}, with a map of texts beside them. Immutable. Parts
 * that travel together are told apart by prefixes: {@code optimiser.}, {@code random.}.
 */
public final class StateDict {
  /** The name under which safetensors keeps the texts: no array may have it. */
  static final String METADATA = "__metadata__";

  private static final int NAMED = 3;

  private final Map<String, NamedArray> arrays;
  private final Map<String, String> texts;

  private StateDict(Map<String, NamedArray> arrays, Map<String, String> texts) {
    this.arrays = arrays;
    this.texts = Map.copyOf(texts);
  }

  /** Arrays of different names, in this order. */
  public static StateDict of(Collection<NamedArray> arrays) {
    return of(arrays, Map.of());
  }

  /** The same with texts. */
  public static StateDict of(Collection<NamedArray> arrays, Map<String, String> texts) {
    Map<String, NamedArray> byName = new LinkedHashMap<>();
    for (NamedArray array : arrays) {
      if (array.name().equals(METADATA) || byName.put(array.name(), array) != null) {
        throw new IllegalArgumentException("an array cannot be named " + array.name() + " here");
      }
    }
    return new StateDict(byName, texts);
  }

  public Set<String> names() {
    return Set.copyOf(arrays.keySet());
  }

  /** All, in their order. */
  public List<NamedArray> arrays() {
    return List.copyOf(arrays.values());
  }

  public Map<String, String> texts() {
    return texts;
  }

  /**
   * The array of a name.
   *
   * @throws InputException where there is none
   */
  public NamedArray array(String name) {
    NamedArray found = arrays.get(name);
    if (found == null) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "the checkpoint has no such array",
          "Load it into the model that wrote it.");
    }
    return found;
  }

  /** The arrays whose names begin so, under what is left of their names. Texts stay behind. */
  public StateDict part(String prefix) {
    List<NamedArray> found = new ArrayList<>();
    for (NamedArray array : arrays.values()) {
      if (array.name().startsWith(prefix)) {
        found.add(array.named(array.name().substring(prefix.length())));
      }
    }
    return of(found);
  }

  /** All arrays of several parts, each under its prefix: what {@link #part} takes apart again. */
  public static StateDict joined(Map<String, StateDict> parts) {
    List<NamedArray> all = new ArrayList<>();
    parts.forEach(
        (prefix, part) ->
            part.arrays().forEach(array -> all.add(array.named(prefix + array.name()))));
    return of(all);
  }

  /**
   * Makes sure that these are the weights of a model, as torch's strict {@code load_state_dict}.
   *
   * @param shapes of the model's arrays by name
   * @param where the file
   * @throws InputException where a name is missing, is there besides, or has another shape
   */
  public void requireShapes(Map<String, long[]> shapes, String where) {
    List<String> missing = new ArrayList<>();
    List<String> besides = new ArrayList<>(arrays.keySet());
    besides.removeAll(shapes.keySet());
    List<String> other = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          NamedArray found = arrays.get(name);
          if (found == null) {
            missing.add(name);
          } else if (!Arrays.equals(found.shape(), shape)) {
            other.add(
                name + " " + Arrays.toString(found.shape()) + " for " + Arrays.toString(shape));
          }
        });
    List<String> parts = new ArrayList<>();
    note(parts, "without ", missing);
    note(parts, "with ", besides);
    note(parts, "", other);
    if (!parts.isEmpty()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "these are the weights of another architecture: " + String.join("; ", parts),
          "Name the checkpoint of this model, or build the model that its card describes.");
    }
  }

  private static void note(List<String> parts, String word, List<String> names) {
    if (!names.isEmpty()) {
      List<String> first = names.stream().sorted().limit(NAMED).toList();
      int rest = names.size() - first.size();
      parts.add(word + String.join(", ", first) + (rest > 0 ? " and " + rest + " more" : ""));
    }
  }
}
