package org.debye.spark.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Parquet's schema of a Delta schema, with the group names that the Parquet format asks for. */
final class ParquetTypes {
  private ParquetTypes() {}

  static MessageType message(StructType columns) {
    Types.MessageTypeBuilder builder = Types.buildMessage();
    for (StructField field : columns.fields()) {
      builder.addField(type(field.getName(), field.getDataType(), field.isNullable()));
    }
    return builder.named("debye");
  }

  private static Type type(String name, DataType type, boolean nullable) {
    Repetition repetition = nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
    if (type instanceof ArrayType array) {
      return ConversionPatterns.listOfElements(
          repetition, name, type("element", array.getElementType(), array.containsNull()));
    }
    if (type instanceof MapType map) {
      return ConversionPatterns.mapType(
          repetition,
          name,
          type("key", map.getKeyType(), false),
          type("value", map.getValueType(), map.isValueContainsNull()));
    }
    if (type instanceof StructType struct) {
      Types.GroupBuilder<org.apache.parquet.schema.GroupType> group = Types.buildGroup(repetition);
      for (StructField field : struct.fields()) {
        group.addField(type(field.getName(), field.getDataType(), field.isNullable()));
      }
      return group.named(name);
    }
    return primitive(name, type, repetition);
  }

  private static Type primitive(String name, DataType type, Repetition repetition) {
    if (type instanceof StringType) {
      return Types.primitive(PrimitiveTypeName.BINARY, repetition).as(stringType()).named(name);
    }
    if (type instanceof TimestampType) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(timestampType(true, MICROS))
          .named(name);
    }
    return Types.primitive(plain(type), repetition).named(name);
  }

  private static PrimitiveTypeName plain(DataType type) {
    if (type instanceof LongType) {
      return PrimitiveTypeName.INT64;
    } else if (type instanceof IntegerType) {
      return PrimitiveTypeName.INT32;
    } else if (type instanceof DoubleType) {
      return PrimitiveTypeName.DOUBLE;
    } else if (type instanceof FloatType) {
      return PrimitiveTypeName.FLOAT;
    } else if (type instanceof BooleanType) {
      return PrimitiveTypeName.BOOLEAN;
    }
    throw new IllegalArgumentException("no column of a table has the type " + type);
  }
}
