package org.debye.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's values of a row's columns. Maps keep the order in which they were written. */
final class RowValues {
  private RowValues() {}

  static @Nullable String text(Row row, int column) {
    return row.isNullAt(column) ? null : row.getString(column);
  }

  static Instant instant(Row row, int column) {
    return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
  }

  static double[] doubles(ArrayValue array) {
    ColumnVector elements = array.getElements();
    double[] values = new double[array.getSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.getDouble(i);
    }
    return values;
  }

  static float[] floats(ArrayValue array) {
    ColumnVector elements = array.getElements();
    float[] values = new float[array.getSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.getFloat(i);
    }
    return values;
  }

  static double @Nullable [] doublesOrNull(Row row, int column) {
    return row.isNullAt(column) ? null : doubles(row.getArray(column));
  }

  static int[] ints(ArrayValue array) {
    ColumnVector elements = array.getElements();
    int[] values = new int[array.getSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.getInt(i);
    }
    return values;
  }

  static long[] longs(ArrayValue array) {
    ColumnVector elements = array.getElements();
    long[] values = new long[array.getSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.getLong(i);
    }
    return values;
  }

  static List<String> texts(ArrayValue array) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.getSize(); i++) {
      texts.add(array.getElements().getString(i));
    }
    return texts;
  }

  static Map<String, String> textsByName(MapValue map) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(map.getKeys().getString(i), map.getValues().getString(i));
    }
    return values;
  }

  static Map<String, Double> doubleByName(MapValue map) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(map.getKeys().getString(i), map.getValues().getDouble(i));
    }
    return values;
  }

  static Map<String, double[]> doublesByName(MapValue map) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(map.getKeys().getString(i), doubles(map.getValues().getArray(i)));
    }
    return values;
  }

  static Map<String, int[]> intsByName(MapValue map) {
    Map<String, int[]> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(map.getKeys().getString(i), ints(map.getValues().getArray(i)));
    }
    return values;
  }

  static Map<String, long[]> longsByName(MapValue map) {
    Map<String, long[]> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(map.getKeys().getString(i), longs(map.getValues().getArray(i)));
    }
    return values;
  }
}
