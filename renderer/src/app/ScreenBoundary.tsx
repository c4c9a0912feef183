import { Component, type ReactNode } from 'react';
import { FaultNote } from '../ui/FaultNote.tsx';

/** Keeps a fault of one screen from taking the window away. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <FaultNote
        fault={{ code: 'app.screenFailed', params: { detail: error.message } }}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
