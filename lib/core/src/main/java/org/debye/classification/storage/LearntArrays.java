package org.debye.classification.storage;

import java.util.SortedMap;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * All that a fitted classifier knows, as named arrays: whole numbers and float32 values are exact
 * in them. What a file of weights holds, and nothing else is needed to predict.
 *
 * @param kind which classifier
 * @param values by name, in the order of the names
 */
public record LearntArrays(ClassifierKind kind, SortedMap<String, double[]> values) {

  static LearntArrays of(ClassifierKind kind) {
    return new LearntArrays(kind, new TreeMap<>());
  }

  LearntArrays with(String name, double... array) {
    values.put(name, array.clone());
    return this;
  }

  LearntArrays with(String name, float[] array) {
    double[] doubles = new double[array.length];
    for (int i = 0; i < array.length; i++) {
      doubles[i] = array[i];
    }
    values.put(name, doubles);
    return this;
  }

  LearntArrays with(String name, int[] array) {
    double[] doubles = new double[array.length];
    for (int i = 0; i < array.length; i++) {
      doubles[i] = array[i];
    }
    values.put(name, doubles);
    return this;
  }

  double[] doubles(String name) {
    double[] found = values.get(name);
    if (found == null) {
      throw damaged("there is no array '" + name + "'");
    }
    return found.clone();
  }

  float[] floats(String name) {
    double[] found = doubles(name);
    float[] floats = new float[found.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) found[i];
    }
    return floats;
  }

  int[] ints(String name) {
    double[] found = doubles(name);
    int[] ints = new int[found.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) found[i];
      if (ints[i] != found[i]) {
        throw damaged("array '" + name + "' holds " + found[i]);
      }
    }
    return ints;
  }

  double one(String name) {
    double[] found = doubles(name);
    if (found.length != 1) {
      throw damaged("array '" + name + "' has " + found.length + " values");
    }
    return found[0];
  }

  int whole(String name) {
    one(name);
    return ints(name)[0];
  }

  InputException damaged(String problem) {
    return InputException.of(
        FailureCode.CORRUPT_METADATA,
        "model " + kind.name(),
        problem,
        "The file is damaged or of another model; train it again.");
  }
}
