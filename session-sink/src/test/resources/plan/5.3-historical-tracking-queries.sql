-- Track productivity over time
SELECT 
  DATE(started_at) as date,
  COUNT(*) as sessions,
  AVG(productivity_score) as avg_score,
  AVG(duration_minutes) as avg_duration,
  SUM(tasks_completed) as total_completed
FROM sessions
WHERE started_at >= NOW() - INTERVAL '30 days'
GROUP BY DATE(started_at)
ORDER BY date DESC;

-- Most productive tags
SELECT 
  tag,
  COUNT(*) as sessions,
  AVG(productivity_score) as avg_score
FROM sessions, unnest(tags) as tag
GROUP BY tag
ORDER BY avg_score DESC;

-- AI model effectiveness
SELECT 
  ai_model,
  COUNT(*) as sessions,
  AVG(productivity_score) as avg_score,
  AVG(tasks_completed::float / NULLIF(tasks_created, 0)) as completion_rate
FROM sessions
GROUP BY ai_model
ORDER BY avg_score DESC;
