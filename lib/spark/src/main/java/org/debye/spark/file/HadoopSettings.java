package org.debye.spark.file;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What a Hadoop configuration says beyond its defaults, small enough to be shipped with every task.
 * The configuration itself is made once in each JVM.
 */
public record HadoopSettings(Map<String, String> values) implements Serializable {
  private static final Map<HadoopSettings, Configuration> MADE = new ConcurrentHashMap<>();

  public HadoopSettings {
    values = new TreeMap<>(values);
  }

  /** The settings of a configuration that no default file has given. */
  public static HadoopSettings of(Configuration configuration) {
    Map<String, String> said = new TreeMap<>();
    for (Map.Entry<String, String> entry : configuration) {
      if (!isDefault(configuration.getPropertySources(entry.getKey()))) {
        said.put(entry.getKey(), entry.getValue());
      }
    }
    return new HadoopSettings(said);
  }

  /** What the {@code spark.hadoop.*} system properties of this process say. */
  public static HadoopSettings ofProcess() {
    String prefix = "spark.hadoop.";
    Map<String, String> said = new TreeMap<>();
    for (String key : System.getProperties().stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        said.put(key.substring(prefix.length()), System.getProperty(key, ""));
      }
    }
    return new HadoopSettings(said);
  }

  private static boolean isDefault(String @org.jspecify.annotations.Nullable [] sources) {
    return sources != null
        && sources.length > 0
        && sources[sources.length - 1].endsWith("-default.xml");
  }

  /** Hadoop's configuration with these settings; shared, so it is not to be modified. */
  public Configuration configuration() {
    return MADE.computeIfAbsent(
        this,
        settings -> {
          Configuration made = new Configuration();
          settings.values.forEach(made::set);
          return made;
        });
  }
}
