package org.debye.inference.draws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scalars {@code C[1,1], C[2,1], ..} as one variable {@code C} with a shape, as ArviZ holds it. A
 * name of which entries are missing, as of the strictly lower triangle {@code L[2,1], L[3,1],
 * L[3,2]}, stays scalar by scalar under the full names: nothing is made up.
 *
 * @param name without indices, or a scalar's whole name
 * @param shape extents; empty of a scalar
 * @param columns where its entries are among the scalars, the first index fastest, as Stan orders
 *     them
 */
public record ArvizVariable(String name, List<Integer> shape, List<Integer> columns) {
  private static final Pattern INDEXED =
      Pattern.compile("(.+)\\[([1-9][0-9]{0,8}(?:,[1-9][0-9]{0,8})*)\\]");

  public ArvizVariable {
    shape = List.copyOf(shape);
    columns = List.copyOf(columns);
  }

  /** All variables, in the order of their first scalars. */
  public static List<ArvizVariable> of(List<String> scalars) {
    Map<String, List<Integer>> stems = new LinkedHashMap<>();
    for (int i = 0; i < scalars.size(); i++) {
      var indexed = INDEXED.matcher(scalars.get(i));
      String stem = indexed.matches() ? indexed.group(1) : scalars.get(i);
      stems.computeIfAbsent(stem, s -> new ArrayList<>()).add(i);
    }
    List<ArvizVariable> variables = new ArrayList<>();
    stems.forEach(
        (stem, columns) ->
            whole(stem, scalars, columns)
                .ifPresentOrElse(
                    variables::add,
                    () -> columns.forEach(c -> variables.add(scalar(scalars.get(c), c)))));
    return variables;
  }

  /** Scalars of a variable in the order of its entries. */
  public static List<String> scalars(String name, int[] shape) {
    if (shape.length == 0) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    int[] index = new int[shape.length];
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    for (int entry = 0; entry < count; entry++) {
      int rest = entry;
      for (int d = 0; d < shape.length; d++) {
        index[d] = rest % shape[d] + 1;
        rest /= shape[d];
      }
      names.add(name + Arrays.toString(index).replace(" ", ""));
    }
    return names;
  }

  private static ArvizVariable scalar(String name, int column) {
    return new ArvizVariable(name, List.of(), List.of(column));
  }

  /** The variable, if its entries fill a box from 1 to the largest indices, each once. */
  private static Optional<ArvizVariable> whole(
      String stem, List<String> scalars, List<Integer> columns) {
    List<int[]> indices = columns.stream().map(c -> indices(scalars.get(c))).toList();
    int[] shape = indices.get(0).clone();
    for (int[] index : indices) {
      if (index.length != shape.length) {
        return Optional.empty();
      }
      Arrays.setAll(shape, d -> Math.max(shape[d], index[d]));
    }
    if (Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b) != columns.size()) {
      return Optional.empty();
    }
    Integer[] ordered = new Integer[columns.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[place(indices.get(i), shape)] = columns.get(i);
    }
    return Arrays.asList(ordered).contains(null)
        ? Optional.empty()
        : Optional.of(
            new ArvizVariable(stem, Arrays.stream(shape).boxed().toList(), Arrays.asList(ordered)));
  }

  private static int place(int[] index, int[] shape) {
    int place = 0;
    for (int d = shape.length - 1; d >= 0; d--) {
      place = place * shape[d] + index[d] - 1;
    }
    return place;
  }

  private static int[] indices(String scalar) {
    var indexed = INDEXED.matcher(scalar);
    return indexed.matches()
        ? Arrays.stream(indexed.group(2).split(",", -1)).mapToInt(Integer::parseInt).toArray()
        : new int[0];
  }
}
