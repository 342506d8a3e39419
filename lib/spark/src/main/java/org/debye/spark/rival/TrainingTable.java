package org.debye.spark.rival;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows as MLlib wants them: {@value #LABEL}, {@value #WEIGHT}, {@value #FEATURES}. */
final class TrainingTable {
  static final String LABEL = "label";
  static final String WEIGHT = "weight";
  static final String FEATURES = "features";

  private static final StructType SCHEMA =
      new StructType()
          .add(LABEL, DataTypes.DoubleType)
          .add(WEIGHT, DataTypes.DoubleType)
          .add(FEATURES, SQLDataTypes.VectorType());

  private TrainingTable() {}

  /**
   * The rows on Spark.
   *
   * @param features N x F, row major
   * @param labels N
   * @param weights of a row of each class
   * @param slices partitions: given, so that the number of cores changes no sum and no sample
   */
  static Dataset<Row> of(
      SparkSession session, double[] features, int[] labels, double[] weights, int slices) {
    JavaBlas.choose();
    int columns = features.length / labels.length;
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] row = new double[columns];
      System.arraycopy(features, i * columns, row, 0, columns);
      rows.add(RowFactory.create((double) labels[i], weights[labels[i]], Vectors.dense(row)));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    return session.createDataFrame(context.parallelize(rows, slices), SCHEMA);
  }
}
