internal import Explorer

extension Terminal {
  /// Puts a theme on by its name, within what the terminal and `NO_COLOR` allow.
  mutating func wear(_ name: ThemeName) {
    theme.isHighContrast = name == .contrast
    theme.isPlain = name == .plain
    theme.background =
      switch name {
      case .dark: .dark
      case .light: .light
      case .normal: background
      case .contrast, .plain: .unknown
      }
  }
}
