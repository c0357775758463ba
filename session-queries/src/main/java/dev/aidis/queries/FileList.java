package dev.aidis.queries;

import java.util.List;

/**
 * The files that were modified or mentioned in a session.
 *
 * @param most those most often modified, first the one modified most
 * @param all how many there are, at least as many as are listed
 */
public record FileList(List<FileView> most, long all) {
  public static final FileList NONE = new FileList(List.of(), 0);

  public FileList {
    most = List.copyOf(most);
    if (all < most.size()) {
      throw new IllegalArgumentException(
          "all %d must be at least the %d that are listed".formatted(all, most.size()));
    }
  }
}
