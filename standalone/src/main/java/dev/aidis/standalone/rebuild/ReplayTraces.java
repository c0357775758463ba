package dev.aidis.standalone.rebuild;

import dev.aidis.schemas.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what replays leave behind: topics, groups and stores. Also of one that was killed.
 *
 * @param bootstrapServers of the broker
 */
public record ReplayTraces(String bootstrapServers) {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayTraces.class);

  void remove(Path states) throws ExecutionException, InterruptedException, IOException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<String> topics =
          admin.listTopics().names().get().stream().filter(ReplayTraces::isOfReplay).toList();
      admin.deleteTopics(topics).all().get();
      for (GroupListing group : admin.listGroups().all().get()) {
        if (isOfReplay(group.groupId())) {
          removeGroup(admin, group.groupId());
        }
      }
    }
    try (Stream<Path> directories = Files.list(states)) {
      for (Path directory : directories.toList()) {
        if (isOfReplay(directory.getFileName().toString())) {
          removeDirectory(directory);
        }
      }
    }
  }

  private static boolean isOfReplay(String name) {
    return name.startsWith(Replay.PREFIX);
  }

  /** A group whose process was killed is empty only after a while: the next rebuild removes it. */
  private static void removeGroup(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupNotEmptyException)
          && !(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
      LOG.debug("Group {} stays for now", group, e);
    }
  }

  private static void removeDirectory(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
