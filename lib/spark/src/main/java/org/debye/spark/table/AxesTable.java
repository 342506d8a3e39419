package org.debye.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/** The {@code axes} table: each different axis once, whatever number of spectra is on it. */
public final class AxesTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "axes",
          new StructType()
              .add("axis_id", StringType.STRING, false)
              .add("kind", StringType.STRING, false)
              .add("unit", StringType.STRING, false)
              .add("values", new ArrayType(DoubleType.DOUBLE, false), false),
          List.of(),
          List.of("axis_id"),
          Map.of());

  private final DeltaFolder folder;

  AxesTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
  }

  public String path() {
    return folder.path();
  }

  public long version() {
    return folder.version();
  }

  /** All axes by id. */
  public Map<String, SpectralAxis> all() {
    Map<String, SpectralAxis> axes = new LinkedHashMap<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.columns(), null).forEach(row -> axes.put(row.getString(0), decode(row)));
    }
    return axes;
  }

  /** Adds the axes that are not there yet; a commit only if there is one. */
  public void add(Collection<SpectralAxis> axes) {
    Set<String> known = ids();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (SpectralAxis axis : axes) {
      String id = axis.id();
      if (known.add(id)) {
        rows.add(encode(axis));
      }
    }
    folder.append(rows);
  }

  static @Nullable Object[] encode(SpectralAxis axis) {
    return new @Nullable Object[] {axis.id(), axis.kind().key(), axis.kind().unit(), axis.values()};
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.select("axis_id"), null).forEach(row -> ids.add(row.getString(0)));
    }
    return ids;
  }

  private static SpectralAxis decode(Row row) {
    ArrayValue array = row.getArray(3);
    double[] values = new double[array.getSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.getElements().getDouble(i);
    }
    return new SpectralAxis(AxisKind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), values);
  }
}
