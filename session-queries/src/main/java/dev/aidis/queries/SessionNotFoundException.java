package dev.aidis.queries;

import java.util.UUID;

/** An owner has no session of that id. (Another owner's session is none of theirs.) */
public final class SessionNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SessionNotFoundException(String owner, UUID id) {
    super("%s has no session %s".formatted(owner, id));
  }
}
