-- A session_joined stands after the end that it takes back.

COMMENT ON COLUMN activity_position.tie_rank IS
  'Among activities of one millisecond: 0 a start, 2 an end, 3 a join, 1 everything else.';
COMMENT ON COLUMN session_activities.tie_rank IS
  'Among activities of one millisecond: 0 a start, 2 an end, 3 a join, 1 the rest.';
