package org.debye.spark.table;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a table is made with.
 *
 * @param name of its folder in the catalogue
 * @param clustering columns by which files are laid out; empty for small tables
 * @param statistics columns whose smallest and largest values each file's entry carries
 * @param properties that travel in the table's metadata
 */
record TableSchema(
    String name,
    StructType columns,
    List<String> clustering,
    List<String> statistics,
    Map<String, String> properties) {

  /** Parquet columns whose values come again and again: ids of clustered rows, keys of maps. */
  List<String> repeated() {
    List<String> repeated = new ArrayList<>(clustering);
    for (StructField field : columns.fields()) {
      if (field.getDataType() instanceof MapType map) {
        repeated.add(field.getName() + ".key_value.key");
        if (map.getValueType() instanceof ArrayType array
            && array.getElementType() instanceof IntegerType) {
          repeated.add(field.getName() + ".key_value.value.list.element");
        }
      }
    }
    return repeated;
  }

  /** Place of a column. */
  int index(String column) {
    return columns.indexOf(column);
  }

  /** The same columns in the order given, for a reader that needs only these. */
  StructType select(String... names) {
    StructType selected = new StructType();
    for (String name : names) {
      StructField field = columns.get(name);
      selected = selected.add(field);
    }
    return selected;
  }
}
