package org.debye.spark.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stan's scalars {@code C[1,1], C[2,1], ...} as ArviZ's variables: {@code C} with its shape and its
 * entries in column-major order, the first index fastest, as Stan writes them. A name of which not
 * every entry is there, such as the strictly lower triangle {@code L[2,1], L[3,1], L[3,2]}, is kept
 * scalar by scalar under the full names, so that nothing has to be made up.
 */
final class PosteriorVariables {
  private final Map<String, Variable> variables;

  /**
   * One variable.
   *
   * @param shape empty for a scalar
   * @param columns of the entries in the rows of the draws, column major
   */
  record Variable(int[] shape, int[] columns) {}

  private PosteriorVariables(Map<String, Variable> variables) {
    this.variables = variables;
  }

  /** The variables of scalars in the order of their first scalars. */
  static PosteriorVariables of(List<String> scalars) {
    Map<String, List<Integer>> grouped = new LinkedHashMap<>();
    for (int i = 0; i < scalars.size(); i++) {
      grouped.computeIfAbsent(stem(scalars.get(i)), stem -> new ArrayList<>()).add(i);
    }
    Map<String, Variable> variables = new LinkedHashMap<>();
    grouped.forEach(
        (stem, columns) -> {
          Variable whole = whole(scalars, columns);
          if (whole != null) {
            variables.put(stem, whole);
          } else {
            columns.forEach(
                column ->
                    variables.put(
                        scalars.get(column), new Variable(new int[0], new int[] {column})));
          }
        });
    return new PosteriorVariables(variables);
  }

  /** By name, in order. */
  Map<String, Variable> byName() {
    return variables;
  }

  /** Scalars of a variable in the order of its entries. */
  static List<String> scalars(String name, int[] shape) {
    if (shape.length == 0) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    int[] index = new int[shape.length];
    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    for (int entry = 0; entry < count; entry++) {
      int rest = entry;
      for (int k = 0; k < shape.length; k++) {
        index[k] = rest % shape[k] + 1;
        rest /= shape[k];
      }
      names.add(name + Arrays.toString(index).replace(" ", ""));
    }
    return names;
  }

  private static String stem(String scalar) {
    int bracket = scalar.indexOf('[');
    return bracket < 0 || !scalar.endsWith("]") ? scalar : scalar.substring(0, bracket);
  }

  /** The variable, if its entries fill a box from 1 to their largest index; else null. */
  private static @Nullable Variable whole(List<String> scalars, List<Integer> columns) {
    List<int[]> indices = new ArrayList<>();
    int[] shape = null;
    for (int column : columns) {
      int[] index = index(scalars.get(column));
      if (index == null || (shape != null && shape.length != index.length)) {
        return null;
      }
      shape = shape == null ? index.clone() : shape;
      for (int k = 0; k < index.length; k++) {
        shape[k] = Math.max(shape[k], index[k]);
      }
      indices.add(index);
    }
    return shape == null ? null : fill(shape, indices, columns);
  }

  private static @Nullable Variable fill(int[] shape, List<int[]> indices, List<Integer> columns) {
    long count = 1;
    for (int extent : shape) {
      count *= extent;
    }
    if (count != columns.size()) {
      return null;
    }
    int[] places = new int[columns.size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < places.length; i++) {
      int place = 0;
      for (int k = shape.length - 1; k >= 0; k--) {
        place = place * shape[k] + indices.get(i)[k] - 1;
      }
      if (places[place] >= 0) {
        return null;
      }
      places[place] = columns.get(i);
    }
    return new Variable(shape, places);
  }

  /** Indices from 1; empty for a scalar, null for a bracket that holds something else. */
  private static int @Nullable [] index(String scalar) {
    int bracket = scalar.indexOf('[');
    if (bracket < 0 || !scalar.endsWith("]")) {
      return new int[0];
    }
    String[] words = scalar.substring(bracket + 1, scalar.length() - 1).split(",", -1);
    int[] index = new int[words.length];
    for (int k = 0; k < words.length; k++) {
      if (!words[k].matches("[1-9][0-9]{0,7}")) {
        return null;
      }
      index[k] = Integer.parseInt(words[k]);
    }
    return index;
  }
}
