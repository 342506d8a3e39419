package org.debye.jobs.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.image.NpyArray;
import org.debye.jobs.value.SmallFile;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of numbers in a file: the variables of a MATLAB file, or the one array of an .npy
 * file, which has no name.
 *
 * @param place as the user named it
 * @param arrays by name; the empty name for an .npy file
 */
public record ArrayFile(String place, Map<String, NumberArray> arrays) {
  /** As much as an array of bytes holds. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  public ArrayFile {
    arrays = new TreeMap<>(arrays);
  }

  /**
   * Reads a file, known by its first bytes.
   *
   * @throws InputException it is not there, or neither of the two
   */
  public static ArrayFile read(String place) {
    byte[] bytes = SmallFile.bytes(place, LARGEST);
    if (NpyArray.recognises(bytes)) {
      NpyArray array = NpyArray.read(place, bytes);
      return new ArrayFile(place, Map.of("", new NumberArray(array.shape(), array.values())));
    }
    return new ArrayFile(place, MatlabFile.read(place, bytes));
  }

  /**
   * One array.
   *
   * @param name as the user gave it; null for the only one that can be meant
   * @param key that names it, for messages
   * @throws InputException there is no such array, or several
   */
  public NumberArray array(@Nullable String name, String key) {
    NumberArray nameless = arrays.get("");
    if (nameless != null) {
      return nameless;
    }
    if (name != null) {
      NumberArray array = arrays.get(name);
      if (array == null) {
        throw missing("there is no variable " + name + " of numbers", key);
      }
      return array;
    }
    List<String> possible =
        arrays.entrySet().stream()
            .filter(entry -> entry.getValue().isTable())
            .map(Map.Entry::getKey)
            .toList();
    if (possible.size() != 1) {
      throw missing(
          possible.isEmpty() ? "there is no matrix of numbers" : "several variables can be meant",
          key);
    }
    return Objects.requireNonNull(arrays.get(possible.get(0)));
  }

  private InputException missing(String problem, String key) {
    String found =
        arrays.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue().shapeText() + ")")
            .collect(Collectors.joining(", "));
    return InputException.of(
        FailureCode.MISSING_METADATA,
        place,
        problem + (found.isEmpty() ? "" : "; it has " + found),
        "Set " + key + " to one of them.");
  }
}
