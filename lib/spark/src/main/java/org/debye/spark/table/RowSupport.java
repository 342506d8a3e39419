package org.debye.spark.table;

import io.delta.kernel.types.StructType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows given as {@code Object[]} in the order of the schema. Values are String, Long,
 * Integer, Double, Float, Boolean, Instant, {@code float[]}, {@code double[]}, {@code int[]},
 * {@code long[]}, List, Map with String keys, {@code Object[]} for a struct, or null. Arrays of
 * numbers are written without boxing.
 */
final class RowSupport extends WriteSupport<@Nullable Object[]> {
  private final StructType columns;
  private final Map<String, Binary> keys = new HashMap<>();
  private @Nullable RecordConsumer consumer;

  RowSupport(StructType columns) {
    this.columns = columns;
  }

  @Override
  @SuppressWarnings("deprecation") // parquet-hadoop calls the other one; this one is abstract
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetTypes.message(columns), Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetTypes.message(columns), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer target) {
    consumer = target;
  }

  @Override
  public void write(@Nullable Object[] row) {
    RecordConsumer out = consumer;
    if (out == null) {
      throw new IllegalStateException("prepareForWrite comes first");
    }
    out.startMessage();
    fields(out, columns, row);
    out.endMessage();
  }

  private void fields(RecordConsumer out, StructType type, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        String name = type.at(i).getName();
        out.startField(name, i);
        value(out, type.at(i).getDataType(), value);
        out.endField(name, i);
      }
    }
  }

  private void value(RecordConsumer out, io.delta.kernel.types.DataType type, Object value) {
    if (value instanceof float[] numbers) {
      floats(out, numbers);
    } else if (value instanceof double[] numbers) {
      doubles(out, numbers);
    } else if (value instanceof int[] numbers) {
      ints(out, numbers);
    } else if (value instanceof long[] numbers) {
      longs(out, numbers);
    } else if (value instanceof List<?> list) {
      list(out, ((io.delta.kernel.types.ArrayType) type).getElementType(), list);
    } else if (value instanceof Map<?, ?> map) {
      map(out, ((io.delta.kernel.types.MapType) type).getValueType(), map);
    } else if (value instanceof Object[] struct) {
      out.startGroup();
      fields(out, (StructType) type, struct);
      out.endGroup();
    } else {
      primitive(out, value);
    }
  }

  private static void primitive(RecordConsumer out, Object value) {
    if (value instanceof String text) {
      out.addBinary(Binary.fromString(text));
    } else if (value instanceof Long number) {
      out.addLong(number);
    } else if (value instanceof Integer number) {
      out.addInteger(number);
    } else if (value instanceof Double number) {
      out.addDouble(number);
    } else if (value instanceof Float number) {
      out.addFloat(number);
    } else if (value instanceof Boolean flag) {
      out.addBoolean(flag);
    } else if (value instanceof Instant instant) {
      out.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } else {
      throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }

  private static void floats(RecordConsumer out, float[] numbers) {
    out.startGroup();
    if (numbers.length > 0) {
      out.startField("list", 0);
      for (float number : numbers) {
        out.startGroup();
        out.startField("element", 0);
        out.addFloat(number);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private static void doubles(RecordConsumer out, double[] numbers) {
    out.startGroup();
    if (numbers.length > 0) {
      out.startField("list", 0);
      for (double number : numbers) {
        out.startGroup();
        out.startField("element", 0);
        out.addDouble(number);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private static void ints(RecordConsumer out, int[] numbers) {
    out.startGroup();
    if (numbers.length > 0) {
      out.startField("list", 0);
      for (int number : numbers) {
        out.startGroup();
        out.startField("element", 0);
        out.addInteger(number);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private static void longs(RecordConsumer out, long[] numbers) {
    out.startGroup();
    if (numbers.length > 0) {
      out.startField("list", 0);
      for (long number : numbers) {
        out.startGroup();
        out.startField("element", 0);
        out.addLong(number);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private void list(RecordConsumer out, io.delta.kernel.types.DataType element, List<?> list) {
    out.startGroup();
    if (!list.isEmpty()) {
      out.startField("list", 0);
      for (Object item : list) {
        out.startGroup();
        out.startField("element", 0);
        value(out, element, item);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private void map(RecordConsumer out, io.delta.kernel.types.DataType type, Map<?, ?> map) {
    out.startGroup();
    if (!map.isEmpty()) {
      out.startField("key_value", 0);
      map.forEach(
          (key, item) -> {
            out.startGroup();
            out.startField("key", 0);
            out.addBinary(keys.computeIfAbsent((String) key, Binary::fromString));
            out.endField("key", 0);
            out.startField("value", 1);
            value(out, type, item);
            out.endField("value", 1);
            out.endGroup();
          });
      out.endField("key_value", 0);
    }
    out.endGroup();
  }
}
