package dev.aidis.sink;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys {@code aidis.sink.*}.
 *
 * @param concurrency number of consumers in this process: while one reads, the database works for
 *     the other; more than the topic has partitions is no use
 */
@ConfigurationProperties(prefix = "aidis.sink", ignoreUnknownFields = false)
public record SinkSettings(@DefaultValue("2") int concurrency) {

  public SinkSettings {
    if (concurrency < 1) {
      throw new IllegalArgumentException(
          "aidis.sink.concurrency " + concurrency + " must be at least 1");
    }
  }
}
