"""The diagram: sheets painted on a scene, themes, and pictures of a step."""
