package org.debye.spark.table;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What has one writer at a time.
 *
 * @param catalogue that it is, or is in
 * @param file that names its writer
 * @param location of it, for messages
 * @param other what a second writer may do but wait, for messages
 */
record LockPlace(Catalogue catalogue, Path file, String location, String other) {
  FileSystem files() throws IOException {
    return catalogue.files();
  }
}
