package dev.aidis.ingest.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a request comes, and what it may touch. Every request that reads or writes has one;
 * {@link Callers} binds what a request tells to it.
 *
 * @param name of the token, or of what stands for one; the same for all requests that come with it
 * @param owner whose sessions are meant unless a request says otherwise
 * @param machine that activities happen on; absent if a request may name any
 * @param everybody whether other owners may be spoken for, and the tracker be administered
 * @param good asks whether it is still so, for who goes on for long
 */
public record Authority(
    String name, String owner, @Nullable String machine, boolean everybody, BooleanSupplier good) {
  private static final String ATTRIBUTE = Authority.class.getName();

  /** The authority that was found for a request when it came in. */
  public static Authority of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Authority found) {
      return found;
    }
    throw new IllegalStateException(
        request.getMethod() + " " + request.getServletPath() + " came in past the door");
  }

  /** Gives a request its authority. */
  public void giveTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * Returns an owner that is told, if that one may be spoken for.
   *
   * @param told {@code *} for all of them
   */
  public String requireOwner(String told) {
    if (!everybody && !told.equals(owner)) {
      throw new ForbiddenException(
          told.equals("*")
              ? "This token is of owner %s alone; leave the owner out, or use an administrator's token."
                  .formatted(owner)
              : "This token is of owner %s, and the request names %s; leave the owner out, or use a token of %s."
                  .formatted(owner, told, told));
    }
    return told;
  }

  /** Returns a machine that is told, if the token may be used there. */
  public String requireMachine(String told) {
    if (machine != null && !machine.equals(told)) {
      throw new ForbiddenException(
          "This token is of machine %s, and the request names %s; leave the machine out, or use a token of %s."
              .formatted(machine, told, told));
    }
    return told;
  }

  /** Whether the token has neither ended nor been revoked since the request came. */
  public boolean isGood() {
    return good.getAsBoolean();
  }

  /** Refuses whoever may not administer the tracker. */
  public void requireAdministrator() {
    if (!everybody) {
      throw new ForbiddenException(
          "Only an administrator may do that: use a token that was made with --admin.");
    }
  }
}
